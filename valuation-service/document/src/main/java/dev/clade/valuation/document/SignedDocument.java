package dev.clade.valuation.document;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A payout as it is stored and sent: a JSON Web Signature (RFC 7515) in compact form.
 *
 * @param document what is signed
 * @param jwk the public key in the header, as a JSON Web Key
 * @param signatureHolds whether the holder of that key signed exactly this
 */
public record SignedDocument(PayoutDocument document, String jwk, boolean signatureHolds) {
  private static final JsonPrimitive VERSION = new JsonPrimitive(PayoutDocument.VERSION);
  private static final AlgorithmConstraints ED25519 =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

  /**
   * Reads a document, whether its signature holds or not.
   *
   * @throws IllegalArgumentException when the text is no signed payout
   */
  public static SignedDocument read(String compact) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(ED25519);
    try {
      signature.setCompactSerialization(compact.strip());
      PublicJsonWebKey key = signature.getHeaders().getPublicJwkHeaderValue("jwk", null);
      if (key == null) {
        throw new IllegalArgumentException("the signature's header has no public key");
      }
      PayoutDocument document = document(signature.getUnverifiedPayload());
      return new SignedDocument(document, publicPart(key), holds(signature, key.getPublicKey()));
    } catch (JoseException e) {
      throw new IllegalArgumentException("the text is no signed payout", e);
    }
  }

  /**
   * Tells whether the signature is by the holder of a key that is known otherwise.
   *
   * @param known public key as a JSON Web Key
   * @throws IllegalArgumentException when that is none
   */
  public boolean isBy(String known) {
    try {
      return publicPart(PublicJsonWebKey.Factory.newPublicJwk(known)).equals(jwk);
    } catch (JoseException e) {
      throw new IllegalArgumentException("the key is no JSON Web Key", e);
    }
  }

  private static PayoutDocument document(String payload) {
    JsonObject json;
    try {
      json = CanonicalJson.read(payload, JsonObject.class);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("what is signed is no JSON object", e);
    }
    if (json == null || !VERSION.equals(json.get("version"))) {
      throw new IllegalArgumentException("what is signed is no payout of version " + VERSION);
    }
    try {
      return CanonicalJson.read(payload, PayoutDocument.class);
    } catch (RuntimeException e) {
      // Gson passes on what constructors throw, as an exception of no type of its own.
      throw new IllegalArgumentException("what is signed is no whole payout", e);
    }
  }

  private static boolean holds(JsonWebSignature signature, Key key) {
    signature.setKey(key);
    try {
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  private static String publicPart(PublicJsonWebKey key) {
    return CanonicalJson.write(key.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }
}
