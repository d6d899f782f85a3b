package dev.evenkeel.server.secrets;

/** Encrypts what only this server may read, for those who keep it themselves. */
public interface Sealing {
  /** Tells keys apart without telling the key. */
  String keyId();

  byte[] close(String name, String value);

  /**
   * @throws dev.evenkeel.server.shared.Refused when it was sealed with another key
   */
  String open(String name, byte[] sealed, String sealedBy);
}
