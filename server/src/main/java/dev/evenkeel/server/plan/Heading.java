package dev.evenkeel.server.plan;

/** What the documents about an upgrade answer, in their order. */
public enum Heading {
  WHO(Paper.PLAN, "Who performs it", "people"),
  WHAT(Paper.PLAN, "What is upgraded, redeveloped and newly developed", "stocktake"),
  HOW(Paper.PLAN, "How", "strategy"),
  SUPPLIER(Paper.PLAN, "What the supplier says", "rollout"),
  TIME(Paper.PLAN, "Time", "schedule"),
  PEOPLE(Paper.PLAN, "People", "people"),
  RESOURCES(Paper.PLAN, "Resources", "schedule"),
  BUDGET(Paper.PLAN, "Budget", "budget"),
  WHEN(Paper.ROLL_OUT, "When", "schedule"),
  OUTAGE(Paper.ROLL_OUT, "Outage", "edit"),
  MESSAGES(Paper.ROLL_OUT, "Messages to stakeholders", "people"),
  PHASES(Paper.ROLL_OUT, "Phases", "rollout"),
  ORDER(Paper.ROLL_OUT, "Order of tiers and components", "rollout"),
  DATA(Paper.ROLL_OUT, "Data", "rollout"),
  PARALLEL(Paper.ROLL_OUT, "Parallel run", "rollout"),
  IMPLEMENTATION(Paper.ROLL_OUT, "Implementation", "tasks"),
  THIRD_PARTIES(Paper.ROLL_OUT, "While a third party is away", "rollout"),
  WAY_BACK(Paper.ROLL_OUT, "Way back", "rollout");

  /** A document. */
  public enum Paper {
    PLAN("Upgrade plan", "plan"),
    ROLL_OUT("Roll-out plan", "roll-out");

    private final String title;
    private final String word;

    Paper(String title, String word) {
      this.title = title;
      this.word = word;
    }

    public String title() {
      return title;
    }

    /** In addresses. */
    public String word() {
      return word;
    }
  }

  private final Paper paper;
  private final String title;
  private final String tab;

  Heading(Paper paper, String title, String tab) {
    this.paper = paper;
    this.title = title;
    this.tab = tab;
  }

  public Paper paper() {
    return paper;
  }

  public String title() {
    return title;
  }

  /** Where most of it is entered, below the page of the upgrade. */
  public String tab() {
    return tab;
  }
}
