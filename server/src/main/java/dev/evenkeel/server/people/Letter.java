package dev.evenkeel.server.people;

/** What somebody has to do with a task. */
public enum Letter {
  R("responsible"),
  A("accountable"),
  AR("accountable and responsible"),
  C("consulted"),
  I("informed");

  private final String says;

  Letter(String says) {
    this.says = says;
  }

  public String says() {
    return says;
  }

  boolean accountable() {
    return this == A || this == AR;
  }

  boolean responsible() {
    return this == R || this == AR;
  }
}
