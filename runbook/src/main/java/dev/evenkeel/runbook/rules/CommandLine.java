package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.assembly.Given;
import dev.evenkeel.runbook.words.CommandSource;
import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.JourneysSource;
import dev.evenkeel.runbook.words.LogSource;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program and its arguments.
 *
 * @param words the program first
 */
record CommandLine(List<Value.Scalar> words) {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "fish", "cmd", "powershell", "pwsh");

  /** Programs that take code in another language as an argument, with the option before it. */
  private static final Map<String, String> INTERPRETERS =
      Map.of(
          "python", "-c", "python3", "-c", "perl", "-e", "ruby", "-e", "node", "-e", "php", "-r",
          "psql", "-c", "mysql", "-e", "mariadb", "-e");

  private static final Set<String> REMOTE_SHELLS = Set.of("ssh", "plink", "rsh");

  private static final Set<Class<?>> COMMANDS =
      Set.of(Exec.class, CommandSource.class, LogSource.class, JourneysSource.class);

  /** Options of ssh that are followed by a value of their own. */
  private static final String SSH_OPTIONS_WITH_VALUE = "BbcDEeFIiJLlmOoPpQRSWw";

  static Stream<CommandLine> all(RunbookText runbook) {
    return Stream.concat(
            Placed.calls(runbook).flatMap(Given::in),
            runbook.sources().values().stream().flatMap(Given::in))
        .filter(given -> given.key().equals("command"))
        .filter(given -> COMMANDS.contains(given.words()))
        .filter(given -> given.value() instanceof Value.Items)
        .map(given -> new CommandLine(scalars((Value.Items) given.value())));
  }

  private static List<Value.Scalar> scalars(Value.Items items) {
    return items.values().stream()
        .filter(Value.Scalar.class::isInstance)
        .map(Value.Scalar.class::cast)
        .toList();
  }

  /** What shells and the like among the words are told to run: {@code sudo bash -c …}. */
  List<Value.Scalar> scripts() {
    return IntStream.range(0, words.size())
        .flatMap(i -> SHELLS.contains(program(i)) ? scriptOf(i) : codeOf(i))
        .distinct()
        .mapToObj(words::get)
        .toList();
  }

  private IntStream codeOf(int interpreter) {
    String option = INTERPRETERS.get(program(interpreter));
    return IntStream.range(interpreter + 1, words.size())
        .filter(i -> words.get(i - 1).text().equals(option));
  }

  private IntStream scriptOf(int shell) {
    for (int i = shell + 1; i < words.size(); i++) {
      String option = words.get(i).text().toLowerCase(Locale.ROOT);
      if (option.matches("-[a-z]*c|/[ck]|-command")) {
        // cmd and powershell take all that follows for the script; a unix shell only the next word
        boolean all = Set.of("cmd", "powershell", "pwsh").contains(program(shell));
        return IntStream.range(i + 1, all ? words.size() : Math.min(i + 2, words.size()));
      }
      if (!option.startsWith("-")) {
        break;
      }
    }
    return IntStream.empty();
  }

  /** What ssh hands to the shell of another machine: all after the name of that machine. */
  List<Value.Scalar> sentToAnotherShell() {
    for (int i = 0; i < words.size(); i++) {
      if (REMOTE_SHELLS.contains(program(i))) {
        return words.subList(Math.min(words.size(), host(i + 1) + 1), words.size());
      }
    }
    return List.of();
  }

  private int host(int from) {
    int at = from;
    while (at < words.size() && words.get(at).text().startsWith("-")) {
      String option = words.get(at).text();
      boolean takesValue =
          option.length() == 2 && SSH_OPTIONS_WITH_VALUE.indexOf(option.charAt(1)) >= 0;
      at += takesValue ? 2 : 1;
    }
    return at;
  }

  private String program(int index) {
    String word = words.get(index).text();
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
  }
}
