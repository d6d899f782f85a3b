package dev.evenkeel.optimiser;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.ProblemReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Two days of hours with a shop on a database, and an upgrade of each. */
public final class Small {
  public static final String TEXT =
      """
      {"format": "upgrade-planning/1", "name": "small", "start": "2027-02-01T00:00:00Z", "slotMinutes": 60, "horizonSlots": 48,
       "weights": {"downtime": 1, "risk": 1, "cost": 1},
       "calendars": [{"id": "nights", "open": [[0, 6], [24, 30]]}, {"id": "always", "open": [[0, 48]]}],
       "freezes": [{"id": "sale", "label": "the sale", "from": 26, "to": 28, "systems": ["shop"]}],
       "profiles": [{"id": "web", "hourly": [HOURS]}],
       "systems": [
         {"id": "shop", "name": "Shop", "calendar": "nights", "profile": "web", "criticality": 10, "dependents": []},
         {"id": "db", "name": "Database", "calendar": "always", "profile": "web", "criticality": 0, "dependents": [["shop", 500]]}],
       "resources": [{"id": "dba", "capacity": [[0, 40, 1]]}],
       "budgets": [{"id": "year", "periods": [[0, 24, 100], [24, 46, 60]]}],
       "groups": [{"id": "together", "kind": "blast-radius", "systems": ["shop", "db"], "maxParallel": 1, "gap": 2}],
       "upgrades": [
         {"id": "U1", "system": "db", "from": "16", "to": "17", "release": 1, "deadline": 24, "exposurePerDay": 24, "latePerDay": 48, "lateGrowth": 576,
          "deferPenalty": 5000, "budget": "year", "modes": [
            {"id": "big-bang", "release": 0, "work": 2, "buffer": 1, "rollback": 1, "down": [[0, 2, 1000], [2, 1, 100]], "cost": 50, "riskCost": 7, "needs": [["dba", 1]]},
            {"id": "parallel-run", "release": 0, "work": 6, "buffer": 0, "rollback": 0, "down": [], "cost": 90, "riskCost": 1, "needs": []}]},
         {"id": "U2", "system": "shop", "release": 0, "deadline": null, "exposurePerDay": 0, "latePerDay": 0, "lateGrowth": 0,
          "deferPenalty": 3000, "budget": "year", "modes": [
            {"id": "big-bang", "release": 0, "work": 2, "buffer": 0, "rollback": 0, "down": [[0, 2, 1000]], "cost": 20, "riskCost": 0, "needs": [["dba", 1]]}]}],
       "precedences": [{"before": "U1", "after": "U2", "minLag": 3, "kind": "order"}]}
      """
          .replace("HOURS", "1, 1, 1, 1, 1, 1" + ", 100".repeat(18) + ", 2".repeat(24));

  private Small() {}

  public static Problem problem() {
    return read(TEXT);
  }

  public static Problem read(String text) {
    return ProblemReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
