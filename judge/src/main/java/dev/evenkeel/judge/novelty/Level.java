package dev.evenkeel.judge.novelty;

/** How bad the one who logged it found it. */
public enum Level {
  OTHER,
  WARN,
  ERROR
}
