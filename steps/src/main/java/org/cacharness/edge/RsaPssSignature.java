package org.cacharness.edge;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** RSASSA-PSS (RFC 8017, 8.1): the host encodes, the card does the private operation. Parameters are set after initSign. */
final class RsaPssSignature extends CardSignature {
    private final PssState state;

    RsaPssSignature() {
        this(new PssState());
    }

    private RsaPssSignature(PssState state) {
        super(SignedMessage.hashed("SHA-1"), (hash, key) -> state.encoding().encode(hash, RsaPkcs1.modulusBits(key)));
        this.state = state;
    }

    /** What {@code setParameter} chose; RFC 8017 has SHA-1 where nothing was chosen. */
    private static final class PssState {
        private PSSParameterSpec parameters =
                new PSSParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, 20, PSSParameterSpec.TRAILER_FIELD_BC);

        PssEncoding encoding() {
            MGF1ParameterSpec mask = (MGF1ParameterSpec) parameters.getMGFParameters();
            return new PssEncoding(
                    parameters.getDigestAlgorithm(), mask.getDigestAlgorithm(), parameters.getSaltLength());
        }
    }

    @Override
    protected void engineSetParameter(@Nullable AlgorithmParameterSpec chosen)
            throws InvalidAlgorithmParameterException {
        if (!(chosen instanceof PSSParameterSpec pss) || !(pss.getMGFParameters() instanceof MGF1ParameterSpec)) {
            throw new InvalidAlgorithmParameterException(
                    "RSASSA-PSS: expected a PSSParameterSpec with MGF1, got " + chosen);
        }
        state.parameters = pss;
        use(SignedMessage.hashed(pss.getDigestAlgorithm()));
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(state.parameters);
            return parameters;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSASSA-PSS: expected this JDK to encode its parameters", e);
        }
    }
}
