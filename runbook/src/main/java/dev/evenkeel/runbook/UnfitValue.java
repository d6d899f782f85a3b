package dev.evenkeel.runbook;

/** A value that cannot be what its place needs; the message names both. */
public final class UnfitValue extends RuntimeException {
  public UnfitValue(String message) {
    super(message);
  }
}
