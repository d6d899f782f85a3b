package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.assembly.Mention;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;

/**
 * Nothing that comes from outside is ever taken for a part of a script or a statement: values reach
 * shells as environment variables and databases as parameters.
 */
final class Shells implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    Placed.mentions(runbook)
        .filter(mention -> isRaw(mention) && holdsNames(mention.value()))
        .forEach(mention -> refuse(mention, findings));
    CommandLine.all(runbook)
        .forEach(command -> {
          command.scripts().stream()
              .filter(Shells::holdsNames)
              .forEach(script -> refuseInShell(script, findings));
          command.sentToAnotherShell().stream()
              .filter(Shells::holdsNames)
              .forEach(argument -> warnOfRemote(argument, findings));
        });
  }

  /** Whether the value is code in another language, in which no names are replaced. */
  static boolean isRaw(Mention mention) {
    return mention.words() == Exec.class && List.of("script", "shell").contains(mention.key())
        || mention.words() == Sql.class && mention.key().equals("statements");
  }

  private static boolean holdsNames(Value.Scalar value) {
    try {
      return !Template.of(value.text()).isPlain();
    } catch (Malformed _) {
      return true;
    }
  }

  private static void refuse(Mention mention, Findings findings) {
    if (mention.words() == Sql.class) {
      findings.add(
          Rule.NAME_IN_SQL,
          mention.value().where(),
          "An SQL statement must not hold ${…}: a value could change what it does.",
          "Write :name in the statement and add `parameters: {name: \"${…}\"}`.");
    } else {
      refuseInShell(mention.value(), findings);
    }
  }

  private static void refuseInShell(Value.Scalar script, Findings findings) {
    findings.add(
        Rule.NAME_IN_SHELL,
        script.where(),
        "A script must not hold ${…}: the shell would run whatever the value says.",
        "Add `env: {NAME: \"${…}\"}` and write \"$NAME\" in the script; for a variable of the shell itself write $NAME or $${NAME}.");
  }

  private static void warnOfRemote(Value.Scalar argument, Findings findings) {
    findings.add(
        Rule.NAME_IN_REMOTE_SHELL,
        argument.where(),
        "ssh hands this to a shell on the other machine, which takes it apart again: '%s'."
            .formatted(argument.text()),
        "Make sure that the value can hold only letters, digits, dots and hyphens, or hand it over on standard input.");
  }
}
