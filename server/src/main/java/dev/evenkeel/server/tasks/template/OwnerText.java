package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.tasks.Owner;
import java.util.Optional;

/** Whose duty something is, as a document writes it. */
@Says("whose duty it is; a word alone is a role")
@Keys(
    exactlyOne = {"person", "team", "role"},
    shortFor = "role")
public record OwnerText(
    @Says("a person of the estate, by sign-in name") @Spelled(Names.ENTRY) Optional<String> person,
    @Says("a team of the estate") @Spelled(Names.ENTRY) Optional<String> team,
    @Says("a role, such as lead-engineer") @Spelled(Names.ENTRY) Optional<String> role) {

  public Owner owner() {
    return person
        .map(name -> new Owner(Owner.Kind.PERSON, name))
        .or(() -> team.map(name -> new Owner(Owner.Kind.TEAM, name)))
        .orElseGet(() -> new Owner(Owner.Kind.ROLE, role.orElseThrow()));
  }
}
