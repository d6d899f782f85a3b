package dev.evenkeel.server.evidence.web;

import dev.evenkeel.server.evidence.EvidenceDesk;
import dev.evenkeel.server.evidence.SigningKey;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Signed evidence over HTTP. */
@RestController
@Needs(Right.VIEW)
class EvidenceApi {
  private final EvidenceDesk desk;
  private final SigningKey key;
  private final PassingFiles files;

  EvidenceApi(EvidenceDesk desk, SigningKey key, PassingFiles files) {
    this.desk = desk;
    this.key = key;
    this.files = files;
  }

  /** The public half of the key that signs evidence. */
  record PublicKey(String algorithm, String fingerprint, String pem) {}

  @GetMapping("/api/audit/key")
  PublicKey key() {
    return new PublicKey("Ed25519", key.fingerprint(), key.pem());
  }

  /** The evidence of an upgrade as a ZIP archive, with its own instructions in VERIFY.txt. */
  @GetMapping("/api/upgrades/{id}/evidence")
  void evidence(@PathVariable UpgradeId id, Actor actor, HttpServletResponse response)
      throws IOException {
    try (PassingFiles.PassingFile file = files.make("evidence")) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.place()))) {
        desk.write(id, out, actor);
      }
      response.setContentType("application/zip");
      response.setContentLengthLong(Files.size(file.place()));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename("evidence-of-upgrade-%s.zip".formatted(id))
              .build()
              .toString());
      Files.copy(file.place(), response.getOutputStream());
    }
  }
}
