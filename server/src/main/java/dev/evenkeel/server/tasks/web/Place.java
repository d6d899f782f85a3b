package dev.evenkeel.server.tasks.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A page on which what a step asks for is done or shown, by the capabilities that it names. */
public enum Place {
  ESTATE("Estate", "/estate", "C05", "C06", "C07", "C23", "C107", "C118"),
  BACKLOG("Backlog", "/backlog", "C08"),
  CLASS("Class of the upgrade", "edit", "C09"),
  AUDIT("Risk audit", "audit", "C10"),
  RISKS("Risks", "risks", "C11", "C16"),
  MAP("Who is hit", "impact", "C12", "C13", "C14", "C15", "C71"),
  COST("Cost of downtime", "cost", "C17", "C18"),
  STOCKTAKE("Customisations", "stocktake", "C19"),
  ANSWERS("Open questions", "answers", "C20", "C24"),
  CAPACITY("Capacity", "capacity", "C21", "C83"),
  PEOPLE("People", "people", "C22", "C40", "C41", "C42", "C43", "C44", "C111"),
  SCHEDULE("Schedule", "schedule", "C25", "C31", "C32", "C33"),
  STRATEGY("Strategy", "strategy", "C26", "C27"),
  ROLL_OUT("Roll-out", "rollout", "C28", "C29", "C30", "C37", "C38", "C39", "C91", "C92", "C93"),
  DOCUMENTS("Documents", "documents", "C34", "C35"),
  BUDGET("Budget", "budget", "C36"),
  APPROVAL("Approval", "approval", "C45", "C46"),
  CHECKLIST("Go-live checklist", "go-live", "C49", "C63"),
  FREEZES("Calendar of freezes", "/schedule", "C47"),
  MESSAGES("Messages", "messages", "C50", "C51", "C52", "C53", "C54", "C55", "C56"),
  RUNS(
      "Runs", "runs", "C57", "C67", "C68", "C70", "C76", "C84", "C85", "C86", "C87", "C88", "C89",
      "C90", "C94", "C95", "C96", "C98", "C99", "C101", "C102", "C103", "C104"),
  KEEPING("Keeping data", "/settings/retention", "C48", "C115"),
  ADVISORIES("Advisories", "/estate/advisories", "C117"),
  AFTERWARDS("Afterwards", "afterwards", "C100", "C112", "C113", "C116");

  private final String label;
  private final String tab;
  private final Set<String> capabilities;

  Place(String label, String tab, String... capabilities) {
    this.label = label;
    this.tab = tab;
    this.capabilities = Set.of(capabilities);
  }

  public String label() {
    return label;
  }

  public String path(long upgrade) {
    return tab.startsWith("/") ? tab : "/upgrades/%d/%s".formatted(upgrade, tab);
  }

  /** Each once, in the order of an upgrade; those with no page of their own have none. */
  public static List<Place> of(Collection<String> capabilities) {
    return Arrays.stream(values())
        .filter(place -> capabilities.stream().anyMatch(place.capabilities::contains))
        .toList();
  }
}
