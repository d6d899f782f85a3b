package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.List;
import java.util.Optional;

/** A time in which change is forbidden, whatever calendars say. */
@Says("a freeze: a time in which change is forbidden, whatever calendars say")
public record EstateFreeze(
    @Says("identifies the freeze") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says(value = "what it is", fallback = "freeze") FreezeType type,
    @Says("what it covers") FreezeScope scope,
    @Says("the person who answers for it, and may be asked") @Spelled(Names.ENTRY) String owner,
    @Says("why, for people") String reason,
    @Says("when it holds") FreezeTimes when,
    @Says(value = "who may override it, with a reason that stays on record", fallback = "admin")
        Overrider overriddenBy)
    implements Entry {

  /** What a freeze is. */
  public enum FreezeType {
    FREEZE,
    CRITICAL_PERIOD,
    HOLIDAY
  }

  /** Roles that may override a freeze; whoever may more may it too. */
  public enum Overrider {
    OPERATOR,
    ADMIN
  }

  /** What a freeze covers: everything, or whatever any of the lists names. */
  @Says("what a freeze covers: everything, or whatever any of the lists names")
  public record FreezeScope(
      @Says(value = "whether it covers every system", fallback = "false") boolean all,
      @Says("systems") @Spelled(Names.ENTRY) List<String> systems,
      @Says("teams, with all systems they run") @Spelled(Names.ENTRY) List<String> teams,
      @Says("groups of systems that stand in for each other") @Spelled(Names.ENTRY)
          List<String> groups,
      @Says("systems that are as critical as this, stated or proposed")
          List<Criticality> criticalities) {}
}
