package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.AdviceNote;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.risk.reckon.Strategy.Criterion;
import dev.evenkeel.server.risk.reckon.StrategyFacts;
import dev.evenkeel.server.risk.reckon.StrategySheet;
import dev.evenkeel.server.risk.reckon.StrategySheet.Adjusted;
import dev.evenkeel.server.risk.store.AdviceStore;
import dev.evenkeel.server.shared.Typed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The strategies side by side. */
@Component
@Order(7)
class StrategyView implements SheetView<StrategySheet> {
  private static final int NOTES = 20;
  private static final int WEEK_MINUTES = 7 * 24 * 60;

  private final RiskDesk desk;
  private final AdviceStore advice;

  StrategyView(RiskDesk desk, AdviceStore advice) {
    this.desk = desk;
    this.advice = advice;
  }

  @Override
  public SheetKind<StrategySheet> kind() {
    return SheetKind.STRATEGY;
  }

  @Override
  public String label() {
    return "Strategy";
  }

  @Override
  public Phase phase() {
    return Phase.PLAN;
  }

  @Override
  public StrategySheet read(Typed typed, Kept<StrategySheet> before, Edit edit) {
    List<Adjusted> adjusted = new ArrayList<>();
    for (int row = 0; row < typed.rows("adjusted"); row++) {
      String at = "adjusted[%d].".formatted(row);
      var score = typed.whole(at + "score", Severity.LEAST, Severity.MOST);
      var reason = typed.words(at + "reason", Reads.LINE);
      var strategy = typed.choice(at + "strategy", Strategy.class);
      var criterion = typed.choice(at + "criterion", Criterion.class);
      if (score.isPresent() && strategy.isPresent() && criterion.isPresent()) {
        if (reason.isEmpty()) {
          typed.wrong(at + "reason", "Say why the score is another than the one proposed.");
        }
        adjusted.add(new Adjusted(strategy.get(), criterion.get(), score.get(), reason));
      }
    }
    Optional<Strategy> decided = typed.choice("decided", Strategy.class);
    Optional<String> rationale = typed.words("rationale", Reads.TEXT);
    if (decided.isPresent() && rationale.isEmpty()) {
      typed.wrong("rationale", "A decision needs its reason. Say why this one.");
    }
    typed.passes("decidedBy", "decidedAt");
    StrategySheet old = before.sheet();
    boolean same = old.decided().equals(decided) && old.rationale().equals(rationale);
    var bearable = typed.whole("toleranceMinutes", 0, WEEK_MINUTES);
    if (!old.decided().equals(decided)) {
      decided
          .flatMap(now -> desk.ruledOut(edit.upgrade(), now, bearable))
          .ifPresent(why ->
              typed.wrong(
                  "decided",
                  "This strategy is ruled out: %s Decide on another, or correct what speaks against it."
                      .formatted(why)));
    }
    Optional<String> by = same ? old.decidedBy() : decided.map(now -> edit.actor().name());
    Optional<Instant> at = same ? old.decidedAt() : decided.map(now -> edit.now());
    return new StrategySheet(adjusted, bearable, decided, rationale, by, at);
  }

  /** Every cell has its own place, filled or not. */
  @Override
  public Typed form(StrategySheet sheet) {
    Map<String, String> texts = new HashMap<>();
    for (Adjusted one : sheet.adjusted()) {
      String at = "adjusted[%d].".formatted(place(one.strategy(), one.criterion()));
      texts.put(at + "score", Integer.toString(one.score()));
      one.reason().ifPresent(reason -> texts.put(at + "reason", reason));
    }
    sheet
        .toleranceMinutes()
        .ifPresent(minutes -> texts.put("toleranceMinutes", minutes.toString()));
    sheet.decided().ifPresent(decided -> texts.put("decided", decided.name()));
    sheet.rationale().ifPresent(text -> texts.put("rationale", text));
    return Typed.of(texts);
  }

  static int place(Strategy strategy, Criterion criterion) {
    return strategy.ordinal() * Criterion.values().length + criterion.ordinal();
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, StrategySheet sheet) {
    StrategyFacts facts = desk.strategyFacts(upgrade);
    List<AdviceNote> notes = advice.of(upgrade.id(), NOTES);
    Map<String, Object> computed = new LinkedHashMap<>();
    computed.put("advice", desk.advice(upgrade));
    computed.put("facts", facts.words());
    computed.put("toleranceOf", facts.surroundings().toleranceOf().orElse(""));
    computed.put("notes", notes);
    computed.put("criteria", Criterion.values());
    return computed;
  }
}
