package dev.evenkeel.server.schedule.web.conflict;

import java.util.Comparator;

/**
 * Something that keeps work from happening when it is planned.
 *
 * @param says where and why
 * @param wayOut what to do
 * @param path of the page where that is done
 */
public record Conflict(Kind kind, Work work, String says, String wayOut, String path) {

  public static final Comparator<Conflict> BY_TIME =
      Comparator.comparing((Conflict one) -> one.work().when().from())
          .thenComparing(one -> one.work().path())
          .thenComparing(Conflict::kind);

  /** What is in the way, the most pressing first. */
  public enum Kind {
    FREEZE("frozen"),
    WINDOW("no window"),
    ORDER("order"),
    TOGETHER("at once"),
    PEOPLE("nobody there"),
    ABSENT("away"),
    SUPPORT("support over"),
    WAY_BACK("way back"),
    BUDGET("budget"),
    COSTS("not approved");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
