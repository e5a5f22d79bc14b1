package dev.clade.runtime.access;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies the tokens of issuers that the server brings itself. */
@Singleton
final class OwnTokens {
  private static final String ROLES = "roles";
  private static final Set<String> STANDARD =
      Set.of("iss", "sub", "aud", "iat", "exp", "nbf", "jti", ROLES);

  /** Reads what a token says without believing it. */
  private static final JwtConsumer READER =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .build();

  private final List<Verifier> verifiers;

  @Inject
  OwnTokens(@All List<TokenIssuer> issuers) {
    verifiers = issuers.stream().map(Verifier::of).toList();
  }

  /**
   * Returns who a token is for, or nothing when none of the server's own issuers has made it.
   *
   * @throws dev.clade.runtime.error.CladeException when one claims to have and has not, or not for
   *     now or here
   */
  Optional<Caller> caller(String token) {
    if (verifiers.isEmpty()) {
      return Optional.empty();
    }
    String issuer = claimedIssuer(token);
    return verifiers.stream()
        .filter(verifier -> verifier.issuer().name().equals(issuer))
        .findFirst()
        .map(verifier -> verifier.verify(token));
  }

  private static String claimedIssuer(String token) {
    try {
      return String.valueOf(READER.processToClaims(token).getIssuer());
    } catch (InvalidJwtException | MalformedClaimException _) {
      return "";
    }
  }

  /**
   * Verifies tokens of one issuer.
   *
   * @param issuer who makes them
   * @param consumer checks signature, times, issuer and audience
   */
  private record Verifier(TokenIssuer issuer, JwtConsumer consumer) {

    static Verifier of(TokenIssuer issuer) {
      return new Verifier(
          issuer,
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(
                  new AlgorithmConstraints(
                      ConstraintType.PERMIT,
                      AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                      AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                      AlgorithmIdentifiers.RSA_USING_SHA256,
                      AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                      AlgorithmIdentifiers.EDDSA))
              .setVerificationKeyResolver((token, _) -> key(issuer, token))
              .setExpectedIssuer(issuer.name())
              .setExpectedAudience(Authenticator.AUDIENCE)
              .setRequireSubject()
              .setRequireIssuedAt()
              .setRequireExpirationTime()
              .build());
    }

    private static Key key(TokenIssuer issuer, JsonWebSignature token)
        throws UnresolvableKeyException {
      String id = token.getKeyIdHeaderValue();
      Key key = id == null ? null : issuer.keys().get(id);
      if (key == null) {
        throw new UnresolvableKeyException("the token is signed with a key that is not known");
      }
      return key;
    }

    Caller verify(String token) {
      try {
        JwtClaims claims = consumer.processToClaims(token);
        return new Caller(
            claims.getSubject(), CallerKind.OWN_TOKEN, roles(claims), furtherTexts(claims));
      } catch (InvalidJwtException | MalformedClaimException _) {
        throw RefusedCredentials.invalid();
      }
    }

    private Set<Role> roles(JwtClaims claims) throws MalformedClaimException {
      List<String> named =
          claims.hasClaim(ROLES) ? claims.getStringListClaimValue(ROLES) : new ArrayList<>();
      return named.stream()
          .flatMap(name -> Role.ofClaim(name).stream())
          .filter(issuer.roles()::contains)
          .collect(Collectors.toSet());
    }

    private static Map<String, String> furtherTexts(JwtClaims claims) {
      Map<String, String> texts = new HashMap<>();
      claims
          .getClaimsMap()
          .forEach(
              (name, value) -> {
                if (value instanceof String text && !STANDARD.contains(name)) {
                  texts.put(name, text);
                }
              });
      return texts;
    }
  }
}
