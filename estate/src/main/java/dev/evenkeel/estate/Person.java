package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who has to do with systems. */
@Says("a person who has to do with systems")
public record Person(
    @Says("identifies the person; the sign-in name of those who sign in") @Spelled(Names.ENTRY)
        String name,
    @Says("first and last name; the name when left out") Optional<String> title,
    @Says("what the person does") Optional<String> role,
    @Says("the team the person is in") @Spelled(Names.ENTRY) Optional<String> team,
    @Says("what the person can do that upgrades need, such as dba") @Spelled(Names.ENTRY)
        List<String> skills,
    @Says("the address for messages") Optional<String> email,
    @Says("the number for urgent calls") Optional<String> phone,
    @Says("the time zone the person lives in") Optional<ZoneId> timeZone,
    @Says("when the person is away") List<Absence> absences,
    @Says("its id in the systems it was imported from, by their name") @Spelled(Names.NAME)
        Map<String, String> sources)
    implements Entry {

  /** Days on which a person is away. */
  @Says("days on which a person is away")
  public record Absence(
      @Says("the first day") LocalDate from,
      @Says("the last day") LocalDate to,
      @Says("why, if that is to be seen") Optional<String> reason) {

    /** Whether any day of both is the same. */
    public boolean meets(LocalDate first, LocalDate last) {
      return !from.isAfter(last) && !to.isBefore(first);
    }
  }
}
