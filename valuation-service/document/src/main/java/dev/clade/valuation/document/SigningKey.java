package dev.clade.valuation.document;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A private key of Ed25519 (RFC 8032). The same document always gets the same signature. */
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PRIVATE KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private final KeyPair pair;

  private SigningKey(KeyPair pair) {
    this.pair = pair;
  }

  /**
   * Returns the key of a PEM file (RFC 7468) with a PKCS#8 private key, as {@code openssl genpkey
   * -algorithm ed25519} makes it.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static SigningKey fromPem(String pem) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException("there is no PKCS#8 private key in PEM form");
    }
    try {
      EdECPrivateKey key =
          (EdECPrivateKey)
              KeyFactory.getInstance(ALGORITHM)
                  .generatePrivate(
                      new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1))));
      return new SigningKey(pair(key.getBytes().orElseThrow()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the private key is none of Ed25519", e);
    }
  }

  /** Returns a new key as the text of a PEM file. */
  public static String newPem() {
    try {
      byte[] encoded =
          KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getEncoder().encodeToString(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Returns the public key as a JSON Web Key (RFC 8037). */
  public String publicJwk() {
    return jwk().toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /**
   * Signs a document in canonical form; the public key is in the header of the JSON Web Signature.
   */
  public String sign(String canonicalJson) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    signature.setJwkHeader(jwk());
    signature.setPayload(canonicalJson);
    signature.setKey(pair.getPrivate());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }

  private PublicJsonWebKey jwk() {
    return new OctetKeyPairJsonWebKey(pair.getPublic());
  }

  /**
   * The JDK computes a public key only while it makes a pair: it is told which 32 random bytes,
   * which are the private key (RFC 8032, 5.1.5), to make it from.
   */
  private static KeyPair pair(byte[] secret) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(
        NamedParameterSpec.ED25519,
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
          }
        });
    return generator.generateKeyPair();
  }
}
