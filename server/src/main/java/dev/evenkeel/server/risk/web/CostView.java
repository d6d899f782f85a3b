package dev.evenkeel.server.risk.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.CostSheet;
import dev.evenkeel.server.risk.reckon.CostSheet.Method;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What downtime costs, and whether to test longer. */
@Component
@Order(3)
class CostView implements SheetView<CostSheet> {
  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RiskDesk desk;
  private final EstateBook estate;

  CostView(RiskDesk desk, EstateBook estate) {
    this.desk = desk;
    this.estate = estate;
  }

  @Override
  public SheetKind<CostSheet> kind() {
    return SheetKind.COST;
  }

  @Override
  public String label() {
    return "Cost of downtime";
  }

  @Override
  public Phase phase() {
    return Phase.WHY;
  }

  @Override
  public CostSheet read(Typed typed, Kept<CostSheet> before, Edit edit) {
    Optional<Method> method = typed.choice("method", Method.class);
    String currency = typed.words("currency", 8).orElse("EUR");
    if (!currency.matches("[A-Z]{3}")) {
      typed.wrong(
          "currency", "'%s' is no currency. Write three letters, such as EUR.".formatted(currency));
    }
    var sheet =
        new CostSheet(
            method,
            currency,
            Reads.stated(typed, "monthlyRevenue", MOST),
            Reads.stated(typed, "people", MOST),
            Reads.stated(typed, "billableShare", HUNDRED),
            Reads.stated(typed, "rate", MOST),
            Reads.stated(typed, "customersHit", MOST),
            Reads.stated(typed, "churnPercent", HUNDRED),
            Reads.stated(typed, "customerValue", MOST),
            Reads.stated(typed, "dailyRevenue", MOST),
            system(typed, method),
            time(typed),
            Reads.stated(typed, "testingDay", MOST));
    method.ifPresent(chosen -> complete(typed, chosen));
    return sheet;
  }

  private static void complete(Typed typed, Method method) {
    var needed =
        switch (method) {
          case SAAS -> java.util.List.of("monthlyRevenue");
          case SERVICES -> java.util.List.of("people", "billableShare", "rate");
          case DEMAND -> java.util.List.of("dailyRevenue");
        };
    needed.stream()
        .filter(path -> typed.text(path + ".amount").isEmpty())
        .forEach(path -> typed.wrong(path + ".amount", "This formula needs it. Give the number."));
  }

  private Optional<String> system(Typed typed, Optional<Method> method) {
    Optional<String> name = typed.words("system", Reads.LINE);
    if (method.filter(Method.DEMAND::equals).isPresent()) {
      if (name.isEmpty()) {
        typed.wrong("system", "This formula needs it. Name the system whose demand counts.");
      } else if (estate.estate().system(name.get()).isEmpty()) {
        typed.wrong(
            "system",
            "%s is not in the estate. Mend the spelling, or add it.".formatted(name.get()));
      } else if (estate.estate().system(name.get()).flatMap(EstateSystem::demand).isEmpty()) {
        typed.wrong(
            "system",
            "The estate has no demand profile of %s. Add one there, or take another formula."
                .formatted(name.get()));
      }
    }
    return name;
  }

  private static Optional<LocalTime> time(Typed typed) {
    String text = typed.text("windowStart");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeException none) {
      typed.wrong("windowStart", "'%s' is no time. Write it as 02:00.".formatted(text));
      return Optional.empty();
    }
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, CostSheet sheet) {
    Map<String, Object> computed = new LinkedHashMap<>();
    desk.cost(upgrade).ifPresent(cost -> computed.put("cost", cost));
    desk.testLonger(upgrade)
        .ifPresent(rule -> {
          computed.put("rule", rule);
          computed.put("another", rule.another());
          computed.put("testingWeek", rule.testingWeek());
        });
    computed.put("hours", RiskDesk.hours(upgrade.terms()));
    computed.put(
        "profiles",
        estate.estate().all(EntryKind.SYSTEM).values().stream()
            .map(document -> (EstateSystem) document.entry())
            .filter(system -> system.demand().isPresent())
            .map(EstateSystem::name)
            .limit(500)
            .toList());
    return computed;
  }
}
