package dev.evenkeel.server.plan;

import java.util.List;

/** What another part of Evenkeel knows of upgrades and shows on their pages. */
public interface UpgradeAspect {

  /** What one is at when one looks for a page, in the order of the way of an upgrade. */
  enum Phase {
    WHY("What and why"),
    PLAN("Plan"),
    AGREE("Agree"),
    CARRY_OUT("Carry out"),
    LOOK_BACK("Look back");

    private final String label;

    Phase(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A page of its own below that of the upgrade.
   *
   * @param path below {@code /upgrades/{id}/}
   * @param phase in which one looks for it
   */
  record Tab(String path, String label, Phase phase) {}

  /**
   * An answer at the top of the page.
   *
   * @param tone the class of the look: {@code good}, {@code warn}, {@code bad} or nothing
   */
  record Answer(String question, String says, String more, String tone, String path) {}

  /**
   * Why the upgrade cannot go on.
   *
   * @param wayOut what to do
   * @param path of the tab where that is done
   * @param stops whether no run of it starts in production before; asked of the rules of the start
   */
  record Blocker(String says, String wayOut, String path, boolean stops) {
    public Blocker(String says, String wayOut, String path) {
      this(says, wayOut, path, false);
    }

    public Blocker thatStops() {
      return new Blocker(says, wayOut, path, true);
    }
  }

  /** All there is to say of one upgrade. */
  record Look(List<Answer> answers, List<Blocker> blockers) {
    public Look {
      answers = List.copyOf(answers);
      blockers = List.copyOf(blockers);
    }

    /** What keeps a run in production from starting. */
    public List<Blocker> stopping() {
      return blockers.stream().filter(Blocker::stops).toList();
    }

    /** What is to be done besides. */
    public List<Blocker> besides() {
      return blockers.stream().filter(one -> !one.stops()).toList();
    }
  }

  List<Tab> tabs();

  Look look(Upgrade upgrade);

  /** What is left to do once it was carried out; what blocked it before does so no more. */
  default List<Blocker> left(Upgrade upgrade) {
    return List.of();
  }
}
