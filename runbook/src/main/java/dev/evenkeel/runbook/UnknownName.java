package dev.evenkeel.runbook;

/** A name in {@code ${…}} that stands for nothing. */
public final class UnknownName extends RuntimeException {
  private final String name;

  public UnknownName(String name, String message) {
    super(message);
    this.name = name;
  }

  public String name() {
    return name;
  }
}
