package dev.evenkeel.cli.approval;

import dev.evenkeel.cli.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel approval request}. */
@Command(
    name = "request",
    mixinStandardHelpOptions = true,
    description = "Asks others to agree to an upgrade as it is now.")
final class RequestCommand implements Runnable {
  @Mixin private final ApprovalDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "the number of the upgrade")
  private long upgrade;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "what they shall agree to, and why now")
  private String why = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "normal, standard (by a standing approval) or emergency; normal when left out")
  private String kind = "normal";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "when it may begin, such as 2026-11-28T22:00; as planned when left out")
  private String from = "";

  @Option(names = "--until", paramLabel = "TIME", description = "until when it may begin")
  private String until = "";

  @Option(
      names = "--quorum",
      paramLabel = "WHO",
      description = "who must agree, such as \"2 of team:cab, 1 of role:security-lead\"")
  private String quorum = "";

  @Option(
      names = "--waive-duties",
      paramLabel = "REASON",
      description =
          "lets one person have several duties; of an emergency only, with the right override")
  private String waiver = "";

  RequestCommand(Caller caller) {
    this.desk = new ApprovalDesk(caller);
  }

  @Override
  public void run() {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("why", why);
    body.put("from", from);
    body.put("until", until);
    body.put("quorum", quorum);
    body.put("waiver", waiver);
    body.values().removeIf(String::isBlank);
    body.put("zone", desk.caller().clock().getZone().getId());
    desk.answer(desk.api().post(ApprovalDesk.path(upgrade) + "/requests", body));
  }
}
