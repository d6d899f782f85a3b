package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.lifecycle.PathRule;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Takes rules of one's own for the way up, product by product. They count from the next look on, on
 * every server.
 */
@Service
public class RuleDesk {
  private static final int LONGEST = 100_000;

  private final OwnRuleStore store;
  private final EstateBook book;
  private final Clock clock;

  RuleDesk(OwnRuleStore store, EstateBook book, Clock clock) {
    this.store = store;
    this.book = book;
    this.clock = clock;
  }

  public List<OwnRule> own() {
    return store.all();
  }

  public List<PathRule> shipped() {
    return PathRules.builtIn().rules();
  }

  /**
   * Keeps the rules of the one product a text speaks of, in the place of those before.
   *
   * @throws Refused when the text is not well, with every place that is not
   */
  public OwnRule keep(String text, Actor actor) {
    if (text.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The rules are longer than %,d characters. Nothing was changed.".formatted(LONGEST));
    }
    PathRules.Reading reading = PathRules.read("rules", text);
    PathRules rules = reading.rules().orElseThrow(() -> unfit(reading.findings()));
    Set<String> products =
        rules.rules().stream().map(PathRule::product).collect(Collectors.toSet());
    if (products.size() != 1) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The text speaks of %s. Write the rules of each product by itself. Nothing was changed."
              .formatted(
                  products.isEmpty()
                      ? "no product"
                      : String.join(", ", products.stream().sorted().toList())));
    }
    OwnRule rule = new OwnRule(products.iterator().next(), text, actor, clock.instant());
    return book.beside(
        "rules of the way of %s".formatted(rule.product()),
        actor,
        () -> {
          store.put(rule);
          return rule;
        });
  }

  public void remove(String product, Actor actor) {
    book.beside(
        "rules of the way of %s removed".formatted(product),
        actor,
        () -> {
          if (store.remove(product) == 0) {
            throw new Refused(
                Refused.Kind.NOT_FOUND,
                "There are no rules of your own for '%s'.".formatted(product));
          }
          return product;
        });
  }

  private static Refused unfit(List<Finding> findings) {
    String says =
        findings.stream()
            .map(finding ->
                "Line %d, column %d: %s %s"
                    .formatted(
                        finding.where().line(),
                        finding.where().column(),
                        finding.message(),
                        finding.wayOut()))
            .collect(Collectors.joining("\n"));
    return new Refused(Refused.Kind.INVALID, says + "\nNothing was changed.")
        .with("findings", findings);
  }
}
