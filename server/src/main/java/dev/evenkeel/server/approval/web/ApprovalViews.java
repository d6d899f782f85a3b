package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.Deciders;
import dev.evenkeel.server.approval.DelegationDesk;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of a request what pages show, for whoever looks. */
@Component
class ApprovalViews {
  private final ApprovalBook book;
  private final Deciders deciders;
  private final DelegationDesk delegations;

  ApprovalViews(ApprovalBook book, Deciders deciders, DelegationDesk delegations) {
    this.book = book;
    this.deciders = deciders;
    this.delegations = delegations;
  }

  /**
   * A request for whoever looks.
   *
   * @param asMyself whether who looks may agree in their own name
   * @param insteadOf in whose place they may, besides
   * @param whyNot why they may not, when only their other duty keeps them from it
   * @param mine whether they asked for it, or agreed to it
   */
  public record CaseView(
      Upgrade upgrade,
      Standing standing,
      boolean asMyself,
      List<String> insteadOf,
      String whyNot,
      boolean mine,
      Set<String> approvers) {
    public boolean mayDecide() {
      return asMyself || !insteadOf.isEmpty();
    }

    public String path() {
      return "/upgrades/%s/approval".formatted(upgrade.id());
    }

    public boolean waits() {
      return standing.state() == Standing.State.WAITING;
    }

    /** What people did, but what they only said. */
    public List<Step> votes() {
      return standing.steps();
    }

    public String window() {
      return minute(standing.request().from()) + " – " + minute(standing.request().until());
    }

    private static String minute(Instant at) {
      return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", "")
          + " UTC";
    }
  }

  CaseView view(Upgrade upgrade, Standing standing, Actor actor) {
    Set<String> behind = book.behind(actor);
    String person = behind.stream().sorted().findFirst().orElse("");
    List<String> instead = new ArrayList<>();
    Optional<String> against = against(upgrade, standing, behind);
    boolean waits = standing.state() == Standing.State.WAITING;
    boolean asMyself = waits && !person.isEmpty() && against.isEmpty();
    if (asMyself) {
      for (String of : delegations.insteadOf(person)) {
        Set<String> both = new HashSet<>(behind);
        both.add(of);
        if (against(upgrade, standing, both).isEmpty()) {
          instead.add(of);
        }
      }
    }
    boolean agreed = standing.approvers().contains(person);
    return new CaseView(
        upgrade,
        standing,
        asMyself && !agreed,
        agreed ? List.of() : instead,
        waits ? against.orElse("") : "",
        standing.request().people().contains(person) || agreed,
        book.approvers(standing));
  }

  private Optional<String> against(Upgrade upgrade, Standing standing, Set<String> people) {
    return book.held(upgrade.id(), Optional.of(standing))
        .against(Duty.APPROVER, people, standing.request().waiver().isPresent());
  }

  /** Whether it waits for who looks. */
  boolean waitsForMe(Standing standing, String person) {
    return deciders.waitsFor(standing, person, delegations.insteadOf(person));
  }

  /** Who has which duty, in words, those that nobody has yet among them. */
  List<Map.Entry<String, String>> duties(Upgrade upgrade, Optional<Standing> current) {
    Duty.Held held = book.held(upgrade.id(), current);
    Set<String> atWork = book.atWork(upgrade.id());
    List<Map.Entry<String, String>> rows = new ArrayList<>();
    for (Duty duty : Duty.values()) {
      String people =
          held.people().getOrDefault(duty, Set.of()).stream()
              .sorted()
              .map(name ->
                  duty == Duty.OPERATOR && !atWork.contains(name) ? name + " (run is over)" : name)
              .collect(Collectors.joining(", "));
      String word =
          duty.name().charAt(0) + duty.name().substring(1).toLowerCase(java.util.Locale.ROOT);
      rows.add(Map.entry(word, people.isEmpty() ? nobody(duty, current) : people));
    }
    return rows;
  }

  /** Whose duty ended with their request is named all the same. */
  private String nobody(Duty duty, Optional<Standing> current) {
    String was =
        switch (duty) {
          case REQUESTER -> names(current.map(one -> one.request().people()).orElse(Set.of()));
          case APPROVER -> names(current.map(book::approvers).orElse(Set.of()));
          case OPERATOR, VALIDATOR -> "";
        };
    return was.isEmpty()
        ? "nobody yet"
        : "nobody now; it was %s, until request %d ended"
            .formatted(was, current.orElseThrow().request().id());
  }

  private static String names(Set<String> people) {
    return String.join(", ", people.stream().sorted().toList());
  }
}
