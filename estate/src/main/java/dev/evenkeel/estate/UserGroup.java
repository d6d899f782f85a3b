package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** People who work with systems in the same way. */
@Says("a group of users: people who work with systems in the same way")
public record UserGroup(
    @Says("identifies the group") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("more about it, for people") Optional<String> description,
    @Says(value = "how many they are", atLeast = "0") Optional<Long> users,
    @Says("who they are") Optional<Audience> audience,
    @Says("the time zone they live in") Optional<ZoneId> timeZone,
    @Says("the systems they work with") List<Dependency> dependsOn)
    implements Entry {}
