package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.EvidenceSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is planned of an upgrade, with all it ever was. */
@Component
class PlannedEvidence implements EvidenceSource {
  private final TermsDesk terms;

  PlannedEvidence(TermsDesk terms) {
    this.terms = terms;
  }

  @Override
  public List<Item> of(About upgrade) {
    return terms.history(new UpgradeId(upgrade.upgrade())).stream()
        .map(written ->
            new Item(
                "plan/version-%03d.yaml".formatted(written.version()),
                "# kept by %s at %s\n%s\n"
                    .formatted(written.by().name(), written.at(), written.body())))
        .toList();
  }
}
