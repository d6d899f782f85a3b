package dev.evenkeel.cli.lint;

import dev.evenkeel.cli.ExitCode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads runbooks and says what is wrong with them. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Reads runbooks and says what is wrong with them, all at once.",
    footer = {
      "",
      "Exit code 0 when there are no errors, 2 when there are or a file cannot be read.",
      "The rules: docs/lint-rules.md."
    })
public final class LintCommand implements Callable<Integer> {
  private final InputStream standardInput;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Runbooks to read; - reads from standard input.")
  private List<String> files = List.of();

  @ArgGroup private Format format = new Format();

  /** How the findings are written. */
  static final class Format {
    @Option(names = "--json", description = "Write the findings as JSON.")
    private boolean json;

    @Option(names = "--sarif", description = "Write the findings as SARIF 2.1.0, for code hosts.")
    private boolean sarif;
  }

  public LintCommand() {
    this(System.in);
  }

  LintCommand(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() {
    List<Linted> linted = files.stream().map(file -> Linted.read(file, standardInput)).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.print(report().of(linted));
    out.flush();
    return (linted.stream().allMatch(Linted::isFine) ? ExitCode.SUCCEEDED : ExitCode.REFUSED)
        .code();
  }

  private Report report() {
    if (format.json) {
      return new JsonReport();
    }
    return format.sarif
        ? new SarifReport()
        : new PeopleReport(spec.commandLine().getColorScheme().ansi());
  }
}
