package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a card has in its files, what reads them says so in its own words, and in bounds. */
class CardFilesProperties {
    private static final byte[] CERTIFICATE = encoded();

    @Property(tries = 1000)
    void any_two_files_are_fields_or_refused(
            @ForAll @Size(max = 40) byte[] tags, @ForAll @Size(max = 400) byte[] values) {
        try {
            SimpleTlv container = SimpleTlv.read(tags, values);
            for (int tag = 0; tag < 256; tag++) {
                assertThat(container.value(tag).map(value -> value.length).orElse(0))
                        .isLessThanOrEqualTo(values.length);
            }
        } catch (CardAnswerException refused) {
            assertThat(refused).hasMessageContaining("T-file");
        }
    }

    @Property(tries = 300)
    void any_bytes_are_a_certificate_or_refused(@ForAll @Size(max = 300) byte[] value, @ForAll boolean compressed) {
        read(value, compressed);
    }

    @Property(tries = 500)
    void a_certificate_with_one_byte_changed_is_one_or_refused(
            @ForAll @IntRange(max = 65_535) int place, @ForAll @IntRange(min = 1, max = 255) int bits) {
        byte[] changed = CERTIFICATE.clone();
        changed[place % changed.length] ^= (byte) bits;

        read(changed, false);
    }

    @Property(tries = 300)
    void a_certificate_that_is_cut_off_is_refused(@ForAll @IntRange(max = 65_535) int place, @ForAll boolean compressed)
            throws IOException {
        byte[] whole = compressed ? gzip(CERTIFICATE) : CERTIFICATE;

        assertThat(read(Arrays.copyOf(whole, place % whole.length), compressed)).isFalse();
    }

    @Example
    void a_certificate_is_read_plain_and_compressed() throws IOException {
        assertThat(read(CERTIFICATE, false)).isTrue();
        assertThat(read(gzip(CERTIFICATE), true)).isTrue();
    }

    @Example
    void a_flag_that_is_wrong_is_refused() throws IOException {
        assertThat(read(CERTIFICATE, true)).isFalse();
        assertThat(read(gzip(CERTIFICATE), false)).isFalse();
    }

    @Example
    void what_unpacks_without_measure_is_given_up_at_the_limit() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        assertThatIOException()
                .isThrownBy(() -> new CertificateValue(bomb, true).certificate())
                .withMessageContaining("more than " + CertificateValue.LONGEST);
    }

    @Example
    void what_is_too_long_to_be_a_certificate_is_not_parsed() {
        assertThatIOException()
                .isThrownBy(() -> new CertificateValue(Arrays.copyOf(CERTIFICATE, CertificateValue.LONGEST + 1), false)
                        .certificate())
                .withMessageContaining("more than " + CertificateValue.LONGEST);
    }

    private static boolean read(byte[] value, boolean compressed) {
        try {
            new CertificateValue(value, compressed).certificate();
            return true;
        } catch (IOException | CertificateException refused) {
            return false;
        }
    }

    private static byte[] gzip(byte[] value) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(value);
        }
        return compressed.toByteArray();
    }

    private static byte[] encoded() {
        try {
            return Cards.Keys.selfSigned("LOVELACE.ADA.9900000001", Cards.Keys.P_256)
                    .getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
