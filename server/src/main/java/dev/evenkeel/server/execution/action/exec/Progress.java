package dev.evenkeel.server.execution.action.exec;

/** How far an attempt at a command is. */
sealed interface Progress {

  /** No process has claimed it; nothing of the command has run. */
  record NotBegun() implements Progress {}

  /** It was stopped before it began and cannot begin any more. */
  record NeverBegins() implements Progress {}

  /** Its supervisor, or something the command started in its session, is at work. */
  record Running(Claim claim) implements Progress {}

  record Ended(int code) implements Progress {}

  /** It began, nothing of it is left, and nobody wrote down how it ended. */
  record Vanished(Claim claim) implements Progress {}

  /** It cannot be told, because the disk does not give it away. */
  record Unreadable(String why) implements Progress {}
}
