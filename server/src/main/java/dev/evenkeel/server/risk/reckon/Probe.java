package dev.evenkeel.server.risk.reckon;

/**
 * A risk that the estate itself shows.
 *
 * @param key stays the same as long as it is the same risk
 * @param likelihood proposed, 1 to 5
 * @param impact proposed, 1 to 5
 * @param source what shows it
 */
public record Probe(
    String key, String title, String detail, int likelihood, int impact, Source source) {

  /** What Evenkeel looked at. */
  public enum Source {
    ESTATE("evenkeel"),
    CALLS("evenkeel, from logs and traces");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** As the register says it. */
    public String words() {
      return words;
    }
  }
}
