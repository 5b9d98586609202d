/**
 * `@kalint/linter`: what is wrong in a keepalived.conf, and between those of a cluster.
 *
 * @packageDocumentation
 */
export type { Diagnostic, FileEdit, Fix, Place, RelatedLocation, Severity } from './diagnostic.ts';
export { location, locationOf } from './diagnostic.ts';
export type {
  ClusterRule,
  ConfigRule,
  Finding,
  PreprocessorRule,
  Rule,
  RuleContext,
  SuppressionRule,
  SyntaxRule,
  TextRule,
} from './rule.ts';
export { defineRule } from './rule.ts';
export { profiles, rulesOf, type Profile, type RuleOptions, type Severities } from './profile.ts';
export { rules } from './registry.ts';
export { failoverRules } from './rules/failover/index.ts';
export { fixAll, type FixOptions, type FixResult } from './fixing/fix-all.ts';
export { fold, type FoldedDiagnostic } from './fold.ts';
export { lint, type LintOptions, type LintResult } from './lint.ts';
export { documentationUrl, homepage } from './documentation.ts';
export type { Directive, DirectiveKind, NamedRule } from './suppression/directives.ts';
export type { Suppression, Suppressions } from './suppression/suppress.ts';
export { nearest } from './suggest/nearest.ts';
export {
  redactedLine,
  redactedText,
  rememberSecrets,
  secretSpans,
} from './secrets/secret-spans.ts';
export { clusterOf, type Cluster } from './cluster/cluster.ts';
export { isComplete, readNodes, type Node, type NodeInputs } from './cluster/node.ts';
export type { HostInputs, Preprocessed } from './cluster/preprocessed.ts';
export type { Member, VirtualRouter } from './cluster/virtual-routers.ts';
export { fileMarksOf, marksOf, readMarks } from './grouping/read-marks.ts';
export type { FileMarks, InstanceMarks, Mark, MarkPlace, NodeMarks } from './grouping/marks.ts';
export { groupByMarks } from './grouping/group-by-marks.ts';
export type { Coincidence, GroupedCluster, Grouping, Reason } from './grouping/grouping.ts';
export type { Event, Fault } from './failover/model/faults.ts';
export { formatFault, parseFault } from './failover/model/faults.ts';
export type {
  Bounds,
  FailoverModel,
  ItemKind,
  ModelMember,
  ModelNode,
  ModelRouter,
  ModelTracker,
  TrackedItem,
} from './failover/model/model.ts';
export type {
  FailoverReport,
  Outcome,
  RouterReport,
  Scenario,
  Standing,
  Verdict,
} from './failover/model/outcome.ts';
export { analyse, examineAll, type Examined } from './failover/analysis/analysis.ts';
export { failover, type Failover, type FailoverOptions } from './failover/failover.ts';
export { readModel, type KnownAddresses } from './failover/model/read-model.ts';
export { follow, type Step } from './failover/analysis/sequence.ts';
export { configIdOf, nodeNames, type NamedNode } from './failover/model/node-names.ts';
export {
  mostFaults,
  parseExpectation,
  quoteTerm,
  type Expectation,
  type ExpectationMistake,
  type Holders,
  type Term,
} from './failover/expectations/expectation.ts';
export {
  checkExpectations,
  type Counterexample,
  type ExpectationResult,
} from './failover/expectations/expectations.ts';
export {
  availabilityOf,
  downtimePerYear,
  steadyStateAvailability,
  type Aim,
  type Availability,
  type FailureRate,
} from './failover/expectations/availability.ts';
export { formatDuration, parseDuration } from './failover/expectations/duration.ts';
export { readFault } from './failover/model/read-fault.ts';
