package dev.evenkeel.server.schedule.web.conflict;

/**
 * Something that keeps work from happening when it is planned.
 *
 * @param says where and why
 * @param wayOut what to do
 * @param path of the page where that is done
 */
public record Conflict(Kind kind, Work work, String says, String wayOut, String path) {

  /** What is in the way, the most pressing first. */
  public enum Kind {
    FREEZE("frozen"),
    WINDOW("no window"),
    ORDER("order"),
    TOGETHER("at once"),
    PEOPLE("nobody there"),
    ABSENT("away"),
    SUPPORT("support over");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
