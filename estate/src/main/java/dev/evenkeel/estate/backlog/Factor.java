package dev.evenkeel.estate.backlog;

/**
 * One reason in a score.
 *
 * @param name of the weight
 * @param share from 0, not at all, to 1, as bad as it gets
 * @param points what it adds: share × weight
 * @param why in words, with the numbers
 */
public record Factor(Weight name, double share, double points, String why) {

  /** What counts. Those of risk add up to one scale, those of impact to another. */
  public enum Weight {
    SUPPORT(true, 30),
    ADVISORIES(true, 25),
    BEHIND(true, 15),
    PROBLEMS(true, 10),
    AGE(true, 10),
    KNOWLEDGE(true, 10),
    CRITICALITY(false, 50),
    SYSTEMS_HIT(false, 25),
    PEOPLE_HIT(false, 15),
    WORKFLOWS_HIT(false, 10);

    private final boolean ofRisk;
    private final int usual;

    Weight(boolean ofRisk, int usual) {
      this.ofRisk = ofRisk;
      this.usual = usual;
    }

    public boolean ofRisk() {
      return ofRisk;
    }

    /** When nobody has said otherwise. */
    public int usual() {
      return usual;
    }
  }
}
