package dev.evenkeel.e2e.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The sheets of an upgrade, as whoever plans it fills them in. */
public record Sheets(Assignment of, Colleague by) {

  /** The audit was over on a day, with what it found. */
  public void auditIsOver(LocalDate first, LocalDate last, String found) {
    tab("audit")
        .fill("owner", by.name())
        .fill("first", first.toString())
        .fill("last", last.toString())
        .fill("doneOn", last.toString())
        .fill("evidence", found)
        .save()
        .sees("done in time");
  }

  public void downtimeCosts(int revenueOfMonth) {
    tab("cost")
        .choose("method", "SAAS")
        .fill("currency", "EUR")
        .fill("monthlyRevenue.amount", Integer.toString(revenueOfMonth))
        .fill("monthlyRevenue.source", "the books of last month")
        .save()
        .sees("An hour");
  }

  public void strategyIs(String strategy, String why) {
    tab("strategy").choose("decided", strategy).fill("rationale", why).save().sees("Decided by");
  }

  /** Customisations with what becomes of them. */
  public void takesStockOf(Map<String, String> customisations) {
    tab("stocktake");
    int row = 0;
    for (Map.Entry<String, String> one : customisations.entrySet()) {
      String at = "items[%d].".formatted(row++);
      by.fill(at + "name", one.getKey())
          .fill(at + "does", "what it was built for")
          .choose(at + "place", "PLUGIN")
          .choose(at + "offered", "NO")
          .choose(at + "needed", "YES")
          .choose(at + "decision", one.getValue())
          .save();
    }
    by.sees("all decided");
  }

  /** Answers questions with no, and says what follows. */
  public void answers(List<String> questions) {
    tab("answers");
    for (String question : questions) {
      by.choose("given.%s.yes".formatted(question), "false");
    }
    by.save();
  }

  public void securityTeamLookedAtIt(String who) {
    tab("answers")
        .choose("given.SECURITY_TEAM.yes", "true")
        .fill("given.SECURITY_TEAM.follows", who)
        .fill("given.SECURITY_TEAM.evidence", "their note of today")
        .save();
  }

  /** Whoever has the data says what becomes of them. */
  public void dataAreCarriedForward(String how) {
    tab("rollout").choose("data.scope", "CARRIED_FORWARD").fill("data.method", how).save();
  }

  public void thereIsRoom() {
    tab("capacity");
    for (int row = 0; row < 3; row++) {
      String at = "rows[%d].".formatted(row);
      by.fill(at + "needed.amount", "4")
          .fill(at + "needed.source", "the notes of the release")
          .fill(at + "there.amount", "16")
          .fill(at + "there.source", "the machines");
    }
    by.save().sees("there is room");
  }

  private Colleague tab(String path) {
    return by.go("%s/%s".formatted(of.path(), path));
  }
}
