package dev.evenkeel.runbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  private static CommandLine command(String words) {
    return new CommandLine(
        Arrays.stream(words.split(" "))
            .map(word -> new Value.Scalar(word, Where.NOWHERE))
            .toList());
  }

  private static String texts(List<Value.Scalar> words) {
    return String.join(" ", words.stream().map(Value.Scalar::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sh -c CODE a b | CODE",
        "/bin/bash -ec CODE | CODE",
        "bash -x -e -c CODE | CODE",
        "sudo -u app env A=b zsh -lc CODE | CODE",
        "docker exec web sh -c CODE | CODE",
        "cmd.exe /c a b c | a b c",
        "powershell -NoProfile -Command a b | a b",
        "python3 -u -c CODE x | CODE",
        "psql -h db -c CODE | CODE",
        "bash script.sh -c x | ''",
        "./ctl -c x | ''",
        "sh | ''",
        "sh -c | ''",
      })
  void finds_what_shells_are_told_to_run(String words, String scripts) {
    assertThat(texts(command(words).scripts())).isEqualTo(scripts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh n1 a b | a b",
        "ssh -p 22 -i key -o A=b n1 a b | a b",
        "/usr/bin/ssh -tt -p22 n1 a | a",
        "timeout 5 ssh n1 a | a",
        "ssh n1 | ''",
        "ssh -p | ''",
        "./ctl n1 a | ''",
      })
  void finds_what_ssh_hands_to_a_shell_elsewhere(String words, String handed) {
    assertThat(texts(command(words).sentToAnotherShell())).isEqualTo(handed);
  }
}
