import type { RealServer } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { virtualServersOf } from './servers.ts';

type Each<T> = T extends readonly (infer E)[] ? E : never;
type HttpCheck = Each<NonNullable<RealServer['HTTP_GET']>>;

/** What is the same in a url of HTTP_GET and one of SSL_GET. */
type UrlSettings = Each<NonNullable<HttpCheck['url']>>;

/** The URLs that the checks of a node ask for. */
export function urlsOf(node: Node): readonly UrlSettings[] {
  const urls: UrlSettings[] = [];
  for (const { real_server = [] } of virtualServersOf(node)) {
    for (const { HTTP_GET = [], SSL_GET = [] } of real_server) {
      // Not `push(...url)`: a call takes some hundred thousand arguments at most.
      for (const { url = [] } of HTTP_GET) for (const each of url) urls.push(each);
      for (const { url = [] } of SSL_GET) for (const each of url) urls.push(each);
    }
  }
  return urls;
}
