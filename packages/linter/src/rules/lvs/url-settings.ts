import type { RealServer } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { virtualServersOf } from './servers.ts';

type Each<T> = T extends readonly (infer E)[] ? E : never;
type HttpCheck = Each<NonNullable<RealServer['HTTP_GET']>>;

/** What is the same in a url of HTTP_GET and one of SSL_GET. */
type UrlSettings = Each<NonNullable<HttpCheck['url']>>;

/** The URLs that the checks of a node ask for. */
export function urlsOf(node: Node): readonly UrlSettings[] {
  return virtualServersOf(node)
    .flatMap(({ real_server = [] }) => real_server)
    .flatMap(({ HTTP_GET = [], SSL_GET = [] }) => [...HTTP_GET, ...SSL_GET])
    .flatMap(({ url = [] }): readonly UrlSettings[] => url);
}
