package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Findings;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.file.UpgradeReader.Sheet;
import dev.evenkeel.server.schedule.timetable.store.TermsStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where upgrades come in as text: all of it, or nothing. The same text again changes nothing. */
@Service
class UpgradeFileDesk {
  private static final int NAMED = 3;

  private final UpgradeBook upgrades;
  private final TermsDesk desk;
  private final TermsStore plans;
  private final EstateBook estate;
  private final TransactionTemplate transaction;

  UpgradeFileDesk(
      UpgradeBook upgrades,
      TermsDesk desk,
      TermsStore plans,
      EstateBook estate,
      PlatformTransactionManager transactions) {
    this.upgrades = upgrades;
    this.desk = desk;
    this.plans = plans;
    this.estate = estate;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param file name shown in findings
   * @param preview whether to say only what would change
   * @throws Refused with all that is wrong
   */
  AppliedUpgrades apply(String file, String text, boolean preview, Actor actor) {
    Findings findings = new Findings(file);
    Map<String, Sheet> sheets = UpgradeReader.read(text, findings);
    refuseIfWrong(findings);
    return Objects.requireNonNull(
        transaction.execute(status -> {
          if (preview) {
            status.setRollbackOnly(); // all is tried, nothing is kept
          }
          AppliedUpgrades applied =
              new Applying(upgrades, desk, plans, estate.estate(), actor, findings).apply(sheets);
          refuseIfWrong(findings);
          return applied;
        }));
  }

  private static void refuseIfWrong(Findings findings) {
    if (!findings.hasErrors()) {
      return;
    }
    List<Finding> all = findings.inOrder();
    List<String> first =
        all.stream()
            .filter(one -> one.severity() == Finding.Severity.ERROR)
            .limit(NAMED)
            .map(one ->
                "Line %d, column %d: %s %s"
                    .formatted(
                        one.where().line(), one.where().column(), one.message(), one.wayOut())
                    .strip())
            .toList();
    throw new Refused(
            Refused.Kind.INVALID,
            "%s%s Nothing was changed."
                .formatted(
                    String.join(" ", first),
                    all.size() > first.size()
                        ? " And %d more.".formatted(all.size() - first.size())
                        : ""))
        .with("findings", all);
  }
}
