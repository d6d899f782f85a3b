package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.ProofKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The go-live checklist of an upgrade as it stands. Facts go before what anybody says. */
public record Checklist(List<Item> items) {
  public Checklist {
    items = List.copyOf(items);
  }

  /**
   * One of the ten.
   *
   * @param says why it is yes or no
   * @param path of the page that shows it, or where it is done
   * @param wayOut what to do; empty when it is yes
   * @param byPerson whether a person confirms it, because no fact can show it
   * @param by who confirmed it
   */
  public record Item(
      Gate gate,
      boolean yes,
      String says,
      String path,
      String wayOut,
      boolean byPerson,
      Optional<Actor> by,
      Optional<Instant> at) {}

  /**
   * @param known kinds of facts that are computed: nobody confirms these
   */
  static Checklist of(
      Upgrade upgrade, Collection<Fact> facts, Set<ProofKind> known, List<Decision> decisions) {
    return new Checklist(
        Arrays.stream(Gate.values())
            .map(gate ->
                known.contains(gate.proof())
                    ? computed(gate, upgrade, facts)
                    : confirmed(gate, upgrade, gate.last(decisions)))
            .toList());
  }

  /** The same, with no where somebody knows why not. */
  Checklist against(Function<Gate, Optional<GateObjection.Objection>> objections) {
    return new Checklist(
        items.stream()
            .map(item ->
                objections
                    .apply(item.gate())
                    .map(one ->
                        new Item(
                            item.gate(),
                            false,
                            one.says(),
                            one.path(),
                            "Put that right.",
                            item.byPerson(),
                            Optional.empty(),
                            Optional.empty()))
                    .orElse(item))
            .toList());
  }

  /** What a person has to confirm, and of what nobody has said yet how it is. */
  static List<Gate> unanswered(Upgrade upgrade, Set<ProofKind> known, List<Decision> decisions) {
    return Arrays.stream(Gate.values())
        .filter(gate -> !known.contains(gate.proof()))
        .filter(gate ->
            gate.last(decisions)
                .filter(last ->
                    last.kind() == Decision.Kind.WITHDRAW || last.about().equals(about(upgrade)))
                .isEmpty())
        .toList();
  }

  private static Item computed(Gate gate, Upgrade upgrade, Collection<Fact> facts) {
    Optional<Fact> fact =
        facts.stream().filter(one -> one.kind().equals(gate.proof().word())).findFirst();
    if (gate == Gate.WAY_BACK && upgrade.terms().wayBack().isEmpty()) {
      return no(gate, upgrade, "Nobody has written down how one gets back.", false);
    }
    return fact.map(one ->
            new Item(gate, true, one.says(), one.path(), "", false, Optional.empty(), one.at()))
        .orElseGet(
            () -> no(gate, upgrade, "It is not so that %s.".formatted(gate.proof().says()), false));
  }

  private static Item confirmed(Gate gate, Upgrade upgrade, Optional<Decision> last) {
    if (last.isEmpty()) {
      return no(gate, upgrade, "Nobody has confirmed it.", true);
    }
    Decision decision = last.get();
    if (decision.kind() == Decision.Kind.WITHDRAW) {
      return no(
          gate,
          upgrade,
          "%s says that it is not so: %s".formatted(decision.by().name(), decision.why()),
          true);
    }
    if (!decision.about().equals(about(upgrade))) {
      return no(
          gate,
          upgrade,
          "%s confirmed it for %s; it is %s now."
              .formatted(decision.by().name(), decision.about(), about(upgrade)),
          true);
    }
    return new Item(
        gate,
        true,
        decision.why(),
        tab(upgrade, "go-live"),
        "",
        true,
        Optional.of(decision.by()),
        Optional.of(decision.at()));
  }

  private static Item no(Gate gate, Upgrade upgrade, String says, boolean byPerson) {
    return new Item(
        gate,
        false,
        says,
        tab(upgrade, gate.path()),
        gate.wayOut(),
        byPerson,
        Optional.empty(),
        Optional.empty());
  }

  private static String tab(Upgrade upgrade, String tab) {
    return "/upgrades/%s/%s".formatted(upgrade.id(), tab);
  }

  /** What a confirmation is about: another target, or other systems, ask for another one. */
  static String about(Upgrade upgrade) {
    Terms terms = upgrade.terms();
    return "%s, %s → %s".formatted(String.join(" ", terms.systems()), terms.from(), terms.to());
  }

  public Item item(Gate gate) {
    return items.get(gate.ordinal());
  }

  /** How many delay go-live. */
  public int missing() {
    return (int) items.stream().filter(item -> !item.yes()).count();
  }

  public boolean ready() {
    return missing() == 0;
  }
}
