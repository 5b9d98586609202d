import type { Coverage } from './coverage.ts';
import { globalDefs, instance, realServer, virtualServer } from './contexts.ts';

/*
 * lib/parser.c: lines, words, numbers, braces, definitions, sequences, includes.
 */

const parserDebugging = 'a keepalived that is built to debug its parser, which tells what it reads';
const configurationCopy = "whether the system gives memory for keepalived's copy of the files";
const withoutAltDirFunc = 'a C library whose glob() knows no GLOB_ALTDIRFUNC; that of GNU does';
const access = 'whether keepalived may read the file and enter its folder';

/** A script that keepalived would track, if the example is one. */
function script(lines: string): string {
  return `vrrp_script check {\n  script "/usr/local/bin/check"\n${lines}\n}\n${instance('  track_script {\n    check\n  }')}`;
}

/** A definition, and a line that uses it. */
function defined(definition: string, use: string): string {
  return `${definition}\n${instance(use)}`;
}

export const parser: Coverage = {
  // Numbers
  'lib/parser.c:451': { rule: 'invalid-value', example: script('  weight heavy') },
  'lib/parser.c:453': { rule: 'value-out-of-range', example: script('  weight 99999999999') },
  'lib/parser.c:455': { rule: 'value-out-of-range', example: script('  weight 300') },
  'lib/parser.c:489': { rule: 'value-out-of-range', example: instance('  garp_master_repeat -1') },
  'lib/parser.c:491': { rule: 'invalid-value', example: instance('  garp_master_repeat two') },
  'lib/parser.c:493': {
    rule: 'value-out-of-range',
    example: instance('  garp_master_repeat 99999999999'),
  },
  'lib/parser.c:495': { rule: 'value-out-of-range', example: script('  rise 0') },
  'lib/parser.c:529': {
    rule: 'value-out-of-range',
    example: instance('  virtual_rules {\n    from 192.0.2.0/24 table 10 tunnel-id -1\n  }'),
  },
  'lib/parser.c:531': {
    rule: 'invalid-value',
    example: instance('  virtual_rules {\n    from 192.0.2.0/24 table 10 tunnel-id one\n  }'),
  },
  'lib/parser.c:533': {
    rule: 'value-out-of-range',
    example: instance(
      '  virtual_rules {\n    from 192.0.2.0/24 table 10 tunnel-id 99999999999999999999\n  }',
    ),
  },
  'lib/parser.c:535': {
    dependsOn: 'a keyword with bounds for 64 bit numbers, of which there is none',
  },
  'lib/parser.c:570': { rule: 'value-out-of-range', example: instance('  advert_int -1') },
  'lib/parser.c:578': { rule: 'too-many-decimals', example: script('  interval 1.1234567') },
  'lib/parser.c:608': { rule: 'invalid-value', example: instance('  advert_int one') },
  'lib/parser.c:614': {
    rule: 'value-out-of-range',
    example: instance('  advert_int 99999999999999999999'),
  },
  'lib/parser.c:621': { rule: 'value-out-of-range', example: instance('  advert_int 300') },

  // Words
  'lib/parser.c:427': { rule: 'missing-value', example: instance('  nopreempt\n  state') },
  'lib/parser.c:429': {
    dependsOn: 'a handler that asks for a word without the one before it, which none does',
  },
  'lib/parser.c:828': {
    rule: 'duplicate-keyword',
    example: virtualServer('  virtualhost a.example\n  virtualhost b.example'),
  },
  'lib/parser.c:1106': {
    rule: 'unterminated-quote',
    example: instance("  notify '/usr/local/bin/notify"),
  },
  'lib/parser.c:1126': {
    rule: 'trailing-backslash',
    example: instance('  notify /usr/local/bin/notify\\'),
  },
  'lib/parser.c:1291': { rule: 'unterminated-quote', example: globalDefs('  router_id "one') },
  'lib/parser.c:2337': { rule: 'unterminated-quote', example: globalDefs('  router_id "one') },
  'lib/parser.c:2799': {
    rule: 'line-too-long',
    example: instance(`  # ${'a comment, and more '.repeat(52)}`),
  },
  'lib/parser.c:2804': {
    dependsOn: 'bytes that are no text: the command refuses a file that has NUL bytes',
  },
  'lib/parser.c:3240': { rule: 'unknown-keyword', example: instance('  prioryti 100') },

  // Braces
  'lib/parser.c:3001': { rule: 'extra-brace', example: `${instance('')}}\n` },
  'lib/parser.c:3043': {
    rule: 'extra-words',
    example: instance('  track_interface eth1 {\n    eth2\n  }'),
  },
  'lib/parser.c:3067': {
    rule: 'unopened-block',
    example: instance('  track_interface\n    eth1\n  }'),
  },
  'lib/parser.c:3166': {
    rule: 'unopened-block',
    example: realServer('    TCP_CHECK\n      connect_timeout 3\n    }'),
  },
  'lib/parser.c:3169': { rule: 'unexpected-block', example: instance('  nopreempt {\n  }') },
  'lib/parser.c:3371': {
    rule: 'unclosed-block',
    example: `global_defs {\n  router_id one\n\n${instance('')}`,
  },

  // Definitions
  'lib/parser.c:1038': {
    rule: 'reference-parameters',
    example: instance('  garp_master_delay ${_RANDOM 20 10}'),
  },
  'lib/parser.c:1958': {
    rule: 'reference-parameters',
    example: instance('  garp_master_delay ${_RANDOM one}'),
  },
  'lib/parser.c:1962': {
    rule: 'reference-parameters',
    example: instance('  garp_master_delay ${_RANDOM 1 2 3}'),
  },
  'lib/parser.c:2072': {
    rule: 'expanded-line-too-long',
    example: defined(
      `$LONG="${'a'.repeat(600)}"`,
      '  notify_master "/usr/local/bin/notify ${LONG} ${LONG}"',
    ),
  },

  // Sequences
  'lib/parser.c:1448': { rule: 'invalid-sequence', example: `${instance('')}~SEQ(5) # \n` },
  'lib/parser.c:1457': { rule: 'invalid-sequence', example: `${instance('')}~SEQ(V, 1, 5\n` },
  'lib/parser.c:1461': {
    rule: 'invalid-sequence',
    example: `${instance('')}~SEQ(V, 1, ${'0'.repeat(70)}5) # \n`,
  },
  'lib/parser.c:1468': {
    dependsOn: 'a definition of several lines that is put in before a `)`, which none is',
  },
  'lib/parser.c:1486': { rule: 'invalid-sequence', example: `${instance('')}~SEQ(V, 1-5) # \n` },
  'lib/parser.c:1501': { rule: 'invalid-sequence', example: `${instance('')}~SEQ(V, 1, 5;) # \n` },
  'lib/parser.c:1508': {
    rule: 'invalid-sequence',
    example: `${instance('')}~SEQ(V, 1, 2, 5, 6) # \n`,
  },
  'lib/parser.c:1520': {
    rule: 'invalid-sequence',
    example: `${instance('')}~SEQ(V, 5, 1, 1) # \n`,
  },
  'lib/parser.c:1526': { rule: 'invalid-sequence', example: `${instance('')}~SEQx(V, -1, 5) # \n` },
  'lib/parser.c:1646': {
    rule: 'invalid-sequence',
    example: `${instance('')}~LST({A, B}, {1, 2, 3}) # \n`,
  },
  'lib/parser.c:2922': { rule: 'invalid-sequence', example: `${instance('')}~SEQ(V, 1, 5\n` },
  'lib/parser.c:2925': { rule: 'invalid-sequence', example: `${instance('')}~LST(A B, 1) # \n` },

  // Includes
  'lib/parser.c:1795': { rule: 'missing-include', example: `${instance('')}include other.conf\n` },
  'lib/parser.c:1797': {
    rule: 'missing-include',
    example: `${instance('')}includew other-*.conf\n`,
  },
  'lib/parser.c:1800': { dependsOn: withoutAltDirFunc },
  'lib/parser.c:1803': { dependsOn: access },
  'lib/parser.c:1810': {
    dependsOn: 'which of several files are there; missing-include says so where it can look',
  },
  'lib/parser.c:1829': {
    dependsOn: 'whether a name is that of a folder; missing-include says so where it can look',
  },
  'lib/parser.c:1838': {
    dependsOn: 'what the name is on the disk; missing-include says so where it can look',
  },
  'lib/parser.c:2430': { dependsOn: access },
  'lib/parser.c:2457': { dependsOn: access },
  'lib/parser.c:2488': {
    dependsOn: 'a C library whose glob() succeeds without a match; none does',
  },
  'lib/parser.c:2523': { dependsOn: access },
  'lib/parser.c:2536': {
    dependsOn: 'what other programs do to the files while keepalived reads them',
  },
  'lib/parser.c:2611': { dependsOn: withoutAltDirFunc },
  'lib/parser.c:2744': { rule: 'missing-include', example: `${instance('')}includem other.conf\n` },
  'lib/parser.c:2768': { dependsOn: access },
  'lib/parser.c:2778': { dependsOn: access },
  'lib/parser.c:3453': { rule: 'include-check', example: globalDefs('  include_check read match') },
  'lib/parser.c:3468': { rule: 'include-check', example: globalDefs('  include_check readable') },
  'lib/parser.c:3472': { dependsOn: withoutAltDirFunc },
  'lib/parser.c:3475': { dependsOn: withoutAltDirFunc },

  // The files that keepalived is started with
  'lib/parser.c:1863': { dependsOn: access },
  'lib/parser.c:1873': { dependsOn: 'how many files the name on the command line stands for' },
  'lib/parser.c:1875': { dependsOn: 'whether the file on the command line is there' },
  'lib/parser.c:3357': { dependsOn: 'nothing: it names the file that is read' },
  'lib/parser.c:3359': { dependsOn: 'whether the file on the command line is there' },

  // The copy that keepalived's other processes read
  'lib/parser.c:380': { dependsOn: configurationCopy },
  'lib/parser.c:395': { dependsOn: configurationCopy },
  'lib/parser.c:402': { dependsOn: configurationCopy },
  'lib/parser.c:3300': { dependsOn: configurationCopy },
  'lib/parser.c:3302': { dependsOn: configurationCopy },
  'lib/parser.c:3315': { dependsOn: configurationCopy },
  'lib/parser.c:3319': { dependsOn: configurationCopy },
  'lib/parser.c:3323': { dependsOn: configurationCopy },
  'lib/parser.c:3345': { dependsOn: configurationCopy },
  'lib/parser.c:3395': { dependsOn: 'how long the name of the folder for saved copies is' },
  'lib/parser.c:3426': { dependsOn: configurationCopy },
  'lib/parser.c:3508': { dependsOn: configurationCopy },
  'lib/parser.c:3517': { dependsOn: configurationCopy },

  // What it tells of its work
  'lib/parser.c:2436': { dependsOn: 'the option --log-detail: it names the file that is read' },
  'lib/parser.c:1328': { dependsOn: parserDebugging },
  'lib/parser.c:1337': { dependsOn: parserDebugging },
  'lib/parser.c:1352': { dependsOn: parserDebugging },
  'lib/parser.c:1354': { dependsOn: parserDebugging },
  'lib/parser.c:1356': { dependsOn: parserDebugging },
  'lib/parser.c:1696': { dependsOn: parserDebugging },
  'lib/parser.c:1697': { dependsOn: parserDebugging },
  'lib/parser.c:2161': { dependsOn: parserDebugging },
  'lib/parser.c:2662': { dependsOn: parserDebugging },
  'lib/parser.c:2671': { dependsOn: parserDebugging },
  'lib/parser.c:2681': { dependsOn: parserDebugging },
  'lib/parser.c:2690': { dependsOn: parserDebugging },
};
