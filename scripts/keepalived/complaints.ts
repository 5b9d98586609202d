/** Something that `keepalived -t` says about a configuration. */
export interface Complaint {
  /** Counted from 1; undefined when keepalived names no line. */
  readonly line: number | undefined;
  readonly message: string;
}

/**
 * What keepalived has said in these lines, each thing once: it reads a file up to four times and repeats
 * itself. Complaints about other files than this one count as complaints without a line.
 */
export function complaintsIn(lines: readonly string[], file: string): readonly Complaint[] {
  const complaints = new Map<string, Complaint>();
  for (const line of lines) {
    const complaint = complaintOf(line, file);
    complaints.set(`${complaint.line} ${complaint.message}`, complaint);
  }
  return [...complaints.values()];
}

function complaintOf(text: string, file: string): Complaint {
  const match = /^\((?:(.*): )?Line (\d+)\) (.*)$/.exec(text);
  if (!match) return { line: undefined, message: text.trim() };
  const [, name, line, message = ''] = match;
  const isOther = name !== undefined && name !== file;
  return { line: isOther ? undefined : Number(line), message };
}
