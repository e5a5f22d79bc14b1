package dev.clade.valuation.server.credential;

import java.security.PublicKey;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key on the curve P-256 that signs by ES256 (RFC 7518). */
public final class CredentialKey {
  private static final String CURVE = "P-256";

  private final PublicJsonWebKey jwk;
  private final String id;

  private CredentialKey(PublicJsonWebKey jwk) {
    this.jwk = jwk;
    this.id = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /** Returns a new key as a JSON Web Key (RFC 7517) with its private part. */
  public static String newJwk() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256)
          .toJson(OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK has the curve P-256", e);
    }
  }

  /**
   * Reads a JSON Web Key.
   *
   * @throws IllegalArgumentException when it is no private key of the curve P-256
   */
  public static CredentialKey parse(String json) {
    try {
      PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(json);
      if (jwk instanceof EllipticCurveJsonWebKey curve
          && curve.getCurveName().equals(CURVE)
          && jwk.getPrivateKey() != null) {
        return new CredentialKey(jwk);
      }
    } catch (JoseException e) {
      throw new IllegalArgumentException("the key is no JSON Web Key", e);
    }
    throw new IllegalArgumentException("the key is no private key of the curve P-256");
  }

  /** Returns the thumbprint (RFC 7638) that signatures name the key by. */
  public String id() {
    return id;
  }

  /** Returns what verifies. */
  public PublicKey publicKey() {
    return jwk.getPublicKey();
  }

  /** Returns claims with their signature, as a JSON Web Token in compact form. */
  String sign(String claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue(id);
    signature.setPayload(claims);
    signature.setKey(jwk.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }
}
