package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An upgrade as a file says it. What is left out stays as it is. */
@Says("an upgrade; what is left out stays as it is")
public record UpgradeDocument(
    @Says("what it is called in files: the same each time, so that it is found again")
        @Spelled(Names.ENTRY)
        String name,
    @Says("what people call it") Optional<String> title,
    @Says("the systems of the estate that are upgraded") @Spelled(Names.ENTRY) List<String> systems,
    @Says("the version that runs now; as the estate says when left out") Optional<String> from,
    @Says("the version to go to") String to,
    @Says("patch, minor, major or platform-swap; by the versions when left out")
        Optional<UpgradeClass> upgradeClass,
    @Says("the person who answers for it") String owner,
    @Says("why now") Optional<String> why,
    @Says("the day on which it happens") Optional<LocalDate> goLive,
    @Says(value = "how long the systems are away", atLeast = "0", atMost = "10080")
        Optional<Integer> downtimeMinutes,
    @Says("how one gets back to what was") Optional<String> wayBack,
    @Says("what is planned of it") Optional<ScheduleTerms> schedule) {
  public UpgradeDocument {
    systems = List.copyOf(systems);
  }
}
