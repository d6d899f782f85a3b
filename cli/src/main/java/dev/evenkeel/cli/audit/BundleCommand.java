package dev.evenkeel.cli.audit;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.server.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel audit bundle}. */
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the signed evidence of an upgrade away.",
      "VERIFY.txt in it says how it is verified, with openssl and sha256sum only."
    })
final class BundleCommand implements Runnable {
  @Mixin private final AuditDesk desk;

  @Parameters(index = "0", paramLabel = "UPGRADE", description = "its number")
  private String upgrade = "";

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "where to; else evidence-of-upgrade-N.zip")
  private Optional<Path> file = Optional.empty();

  BundleCommand(Caller caller) {
    this.desk = new AuditDesk(caller);
  }

  @Override
  public void run() {
    byte[] archive = desk.api().bytes("/api/upgrades/%s/evidence".formatted(Api.encoded(upgrade)));
    Path place = file.orElseGet(() -> Path.of("evidence-of-upgrade-%s.zip".formatted(upgrade)));
    try {
      Files.write(place, archive);
    } catch (IOException e) {
      throw Trouble.unwritable(place.toString(), e);
    }
    String fingerprint = desk.api().get("/api/audit/key").path("fingerprint").asString();
    desk.out().println("The evidence of upgrade %s is in %s.".formatted(upgrade, place));
    desk.out().println("The key of the server has the fingerprint %s.".formatted(fingerprint));
    desk.out().flush();
  }
}
