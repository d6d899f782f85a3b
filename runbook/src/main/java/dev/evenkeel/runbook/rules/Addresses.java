package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.assembly.Mention;
import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;
import java.util.Locale;

/** Addresses begin with a protocol that the action or source speaks. */
final class Addresses implements Topic {
  @Override
  public void check(RunbookText runbook, Findings findings) {
    Placed.mentions(runbook)
        .filter(mention -> mention.key().equals("url") || mention.key().equals("webhook"))
        .forEach(mention -> check(mention, findings));
  }

  private static void check(Mention mention, Findings findings) {
    List<String> allowed =
        mention.words() == Sql.class ? List.of("jdbc:") : List.of("http://", "https://");
    String text = mention.value().text().toLowerCase(Locale.ROOT);
    if (!text.startsWith("${") && allowed.stream().noneMatch(text::startsWith)) {
      findings.add(
          Rule.BAD_ADDRESS,
          mention.value().where(),
          "`%s` must begin with %s; it is '%s'."
              .formatted(mention.key(), String.join(" or ", allowed), mention.value().text()),
          "Write the whole address, such as %s."
              .formatted(
                  mention.words() == Sql.class
                      ? "jdbc:postgresql://localhost/app"
                      : "http://127.0.0.1:8080/health"));
    }
  }
}
