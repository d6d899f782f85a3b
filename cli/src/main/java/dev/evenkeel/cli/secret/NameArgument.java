package dev.evenkeel.cli.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Parameters;

/** Which secret. */
final class NameArgument {
  @Parameters(index = "0", paramLabel = "NAME", description = "as in $${secrets.NAME}")
  private String name = "";

  String name() {
    return name;
  }

  String path() {
    return "/api/secrets/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
