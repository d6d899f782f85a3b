package dev.evenkeel.server.execution;

/** What a run is for. A production run needs a rehearsed way back, or a named waiver. */
public enum RunKind {
  REHEARSAL,
  PRODUCTION
}
