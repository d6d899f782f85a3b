package dev.evenkeel.runbook;

/** A place in a text. Line and column count from 1; 0 where there is no place. */
public record Where(int line, int column) {
  public static final Where NOWHERE = new Where(0, 0);
}
