package dev.evenkeel.server.risk;

import dev.evenkeel.estate.Demand;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Stakeholder;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.AuditRule;
import dev.evenkeel.server.risk.reckon.AuditState;
import dev.evenkeel.server.risk.reckon.CostSheet;
import dev.evenkeel.server.risk.reckon.DowntimeCost;
import dev.evenkeel.server.risk.reckon.Stated;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.risk.reckon.StrategyAdvice;
import dev.evenkeel.server.risk.reckon.StrategyFacts;
import dev.evenkeel.server.risk.reckon.StrategySheet;
import dev.evenkeel.server.risk.reckon.Surroundings;
import dev.evenkeel.server.risk.reckon.TestLonger;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Brings together what people said and what the estate says, and has it computed. */
@Service
public class RiskDesk {
  private static final int HOURS_OF_A_MONTH_OF_30 = 720;
  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  private final EstateBook estate;
  private final SheetBook sheets;
  private final RiskRegister register;
  private final Clock clock;
  private final SeenLast<Blast> blasts = new SeenLast<>();
  private final SeenLast<Surroundings> surroundings = new SeenLast<>();

  RiskDesk(EstateBook estate, SheetBook sheets, RiskRegister register, Clock clock) {
    this.estate = estate;
    this.sheets = sheets;
    this.register = register;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** For whoever looks at all upgrades; as they are now, and to be used at once. */
  public Papers papersOfAll() {
    return new PapersOfAll(sheets, register);
  }

  /** Read one by one when they are asked for. */
  public Papers papers() {
    return new Papers() {
      @Override
      public <T> T sheet(UpgradeId upgrade, SheetKind<T> kind) {
        return sheets.get(upgrade, kind).sheet();
      }

      @Override
      public int highRisks(UpgradeId upgrade) {
        return RiskRegister.high(register.of(upgrade));
      }
    };
  }

  public Surroundings surroundings(Upgrade upgrade) {
    return surroundings(upgrade.terms(), map());
  }

  /** Who feels it while all systems of the upgrade are away. */
  public Blast blast(Upgrade upgrade) {
    return blast(upgrade.terms(), map());
  }

  private Blast blast(Terms terms, EstateMap map) {
    return blasts.of(map, terms, () -> Surroundings.blast(terms, map));
  }

  private Surroundings surroundings(Terms terms, EstateMap map) {
    return surroundings.of(map, terms, () -> Surroundings.of(terms, map, blast(terms, map)));
  }

  /** Who has a stake in what is upgraded or hit, those who decide first. */
  public List<Stakeholder> stakeholders(Upgrade upgrade) {
    EstateMap map = map();
    Blast blast = blast(upgrade.terms(), map);
    Predicate<String> touched =
        name ->
            upgrade.terms().systems().contains(name)
                || map.find(new Document.Key(EntryKind.SYSTEM, name))
                    .filter(blast::isHit)
                    .isPresent();
    return estate.estate().all(EntryKind.STAKEHOLDER).values().stream()
        .map(document -> (Stakeholder) document.entry())
        .filter(one -> one.systems().isEmpty() || one.systems().stream().anyMatch(touched))
        .sorted(
            Comparator.comparing(Stakeholder::engagement)
                .reversed()
                .thenComparing(Stakeholder::name))
        .toList();
  }

  public EstateMap map() {
    return estate.snapshot().map();
  }

  /** How long the audit takes, and why. */
  public AuditRule.Length auditLength(Upgrade upgrade) {
    return auditLength(upgrade, estate.snapshot(), papers());
  }

  public AuditRule.Length auditLength(Upgrade upgrade, Snapshot snapshot, Papers papers) {
    return AuditRule.length(
        surroundings(upgrade.terms(), snapshot.map()).dependencies(),
        papers.sheet(upgrade.id(), SheetKind.STOCKTAKE).items().size(),
        upgrade.terms().upgradeClass());
  }

  public AuditState auditState(Upgrade upgrade) {
    return AuditState.of(
        sheets.get(upgrade.id(), SheetKind.AUDIT).sheet(),
        auditLength(upgrade),
        upgrade.terms().goLive(),
        today());
  }

  /** Empty while numbers are missing. */
  public Optional<DowntimeCost> cost(Upgrade upgrade) {
    return cost(upgrade, papers());
  }

  public Optional<DowntimeCost> cost(Upgrade upgrade, Papers papers) {
    return cost(upgrade.terms(), papers.sheet(upgrade.id(), SheetKind.COST));
  }

  private Optional<DowntimeCost> cost(Terms terms, CostSheet sheet) {
    Duration window = Duration.ofMinutes(terms.downtimeMinutes().orElse(0));
    return sheet
        .method()
        .flatMap(method ->
            switch (method) {
              case SAAS ->
                  sheet
                      .monthlyRevenue()
                      .map(revenue -> DowntimeCost.saas(revenue.amount(), hours(terms), window));
              case SERVICES ->
                  allThere(sheet)
                      ? Optional.of(
                          DowntimeCost.services(
                              amount(sheet.people()),
                              amount(sheet.billableShare()),
                              amount(sheet.rate()),
                              amount(sheet.customersHit()),
                              amount(sheet.churnPercent()),
                              amount(sheet.customerValue()),
                              window))
                      : Optional.empty();
              case DEMAND ->
                  sheet
                      .dailyRevenue()
                      .flatMap(revenue ->
                          demand(sheet)
                              .map(demand ->
                                  DowntimeCost.byDemand(
                                      revenue.amount(),
                                      demand,
                                      terms
                                          .goLive()
                                          .orElseGet(this::today)
                                          .atTime(sheet.windowStart().orElse(NIGHT)),
                                      window)));
            });
  }

  private static boolean allThere(CostSheet sheet) {
    return sheet.people().isPresent()
        && sheet.billableShare().isPresent()
        && sheet.rate().isPresent();
  }

  /** People and rate are needed; without customers that leave there are none. */
  private static BigDecimal amount(Optional<Stated> stated) {
    return stated.map(Stated::amount).orElse(BigDecimal.ZERO);
  }

  private Optional<Demand> demand(CostSheet sheet) {
    return sheet.system().flatMap(estate.estate()::system).flatMap(EstateSystem::demand);
  }

  /** Hours of the month of go-live; of 30 days while no day is set. */
  public static int hours(Terms terms) {
    return terms.goLive().map(day -> day.lengthOfMonth() * 24).orElse(HOURS_OF_A_MONTH_OF_30);
  }

  /** Empty while one of both is not known. */
  public Optional<TestLonger> testLonger(Upgrade upgrade) {
    return sheets
        .get(upgrade.id(), SheetKind.COST)
        .sheet()
        .testingDay()
        .flatMap(day -> cost(upgrade).map(cost -> new TestLonger(day.amount(), cost.perHour())));
  }

  public StrategyFacts strategyFacts(Upgrade upgrade) {
    return strategyFacts(upgrade, estate.snapshot(), papers());
  }

  public StrategyFacts strategyFacts(Upgrade upgrade, Snapshot snapshot, Papers papers) {
    Surroundings around = surroundings(upgrade.terms(), snapshot.map());
    StrategySheet strategy = papers.sheet(upgrade.id(), SheetKind.STRATEGY);
    CostSheet costs = papers.sheet(upgrade.id(), SheetKind.COST);
    return new StrategyFacts(
        around,
        upgrade.terms().upgradeClass(),
        strategy.toleranceMinutes().map(Integer::longValue).or(around::toleranceMinutes),
        upgrade.terms().downtimeMinutes(),
        cost(upgrade.terms(), costs).map(DowntimeCost::perHour),
        costs.testingDay().map(Stated::amount),
        papers.highRisks(upgrade.id()));
  }

  public StrategyAdvice advice(Upgrade upgrade, Snapshot snapshot, Papers papers) {
    return StrategyAdvice.of(
        strategyFacts(upgrade, snapshot, papers), papers.sheet(upgrade.id(), SheetKind.STRATEGY));
  }

  public StrategyAdvice advice(Upgrade upgrade) {
    return advice(upgrade, strategyFacts(upgrade));
  }

  /** Why a strategy cannot be taken, if people can bear the outage for that long. */
  public Optional<String> ruledOut(Upgrade upgrade, Strategy strategy, Optional<Integer> bearable) {
    StrategyFacts facts = strategyFacts(upgrade);
    return StrategyAdvice.ruledOut(
        strategy,
        facts.bearing(
            bearable.map(Integer::longValue).or(() -> facts.surroundings().toleranceMinutes())));
  }

  StrategyFacts strategyFacts(Upgrade upgrade, Snapshot snapshot) {
    return strategyFacts(upgrade, snapshot, papers());
  }

  StrategyAdvice advice(Upgrade upgrade, StrategyFacts facts) {
    return StrategyAdvice.of(facts, sheets.get(upgrade.id(), SheetKind.STRATEGY).sheet());
  }
}
