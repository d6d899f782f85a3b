package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;
import java.util.Optional;

/** Secrets are named, and stay where only those see them who must. */
final class Secrets implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    Placed.mentions(runbook)
        .forEach(mention ->
            literal(mention.entry(), mention.value().text(), mention.value().where(), findings));
    runbook
        .targets()
        .forEach(target ->
            target
                .facts()
                .forEach((fact, value) -> literal(fact, value, target.placeOf(fact), findings)));
    runbook
        .inputs()
        .forEach((name, input) ->
            input
                .fallback()
                .ifPresent(value -> literal(name, value, input.at().whereOf("default"), findings)));
    CommandLine.all(runbook).forEach(command -> arguments(command, findings));
  }

  private static void literal(String key, String value, Where where, Findings findings) {
    Optional<String> why =
        SecretLook.ofValue(value)
            .or(() ->
                SecretLook.isNameOfSecret(key) && SecretLook.isWrittenOut(value)
                    ? Optional.of("`%s` is written out".formatted(key))
                    : Optional.empty());
    why.ifPresent(what ->
        findings.add(
            Rule.CLEAR_TEXT_SECRET,
            where,
            "This looks like a secret in clear text: %s.".formatted(what),
            "Keep it as a secret of the server and write ${secrets.NAME}."));
  }

  private static void arguments(CommandLine command, Findings findings) {
    List<Value.Scalar> words = command.words();
    for (int i = 0; i < words.size(); i++) {
      Value.Scalar word = words.get(i);
      if (word.text().contains("${") && word.text().matches("(?s).*\\$\\{\\s*secrets\\..*")) {
        findings.add(
            Rule.SECRET_IN_ARGUMENTS,
            word.where(),
            "Every user of the machine can see the arguments of a running command.",
            "Add `env: {NAME: \"${secrets.…}\"}` and let the command read the variable $NAME.");
      } else if (i > 0
          && SecretLook.isOptionForSecret(words.get(i - 1).text())
          && SecretLook.isWrittenOut(word.text())) {
        findings.add(
            Rule.CLEAR_TEXT_SECRET,
            word.where(),
            "This looks like a secret in clear text: it follows %s."
                .formatted(words.get(i - 1).text()),
            "Keep it as a secret of the server, and hand it over by `env`.");
      }
    }
  }
}
