package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.cacharness.simulator.reader.AtrProfile.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ATRs read as ISO/IEC 7816-3, 8.2 says. */
class AtrProfileTest {
    @ParameterizedTest
    @EnumSource
    void the_structure_is_complete(AtrProfile profile) {
        assertThat(Interface.of(profile.atr()).length()).isEqualTo(profile.atr().length);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_protocol_offered_is_the_one_that_is_spoken(AtrProfile profile) {
        assertThat(Interface.of(profile.atr()).first() == 1 ? Protocol.T1 : Protocol.T0)
                .isEqualTo(profile.protocol());
    }

    @ParameterizedTest
    @EnumSource
    void a_check_byte_makes_the_sum_zero(AtrProfile profile) {
        byte[] atr = profile.atr();
        if (Interface.of(atr).checked()) {
            int sum = 0;
            for (int i = 1; i < atr.length; i++) {
                sum ^= atr[i];
            }
            assertThat(sum).isZero();
        }
    }

    /**
     * @param length of the whole ATR
     * @param first protocol offered
     * @param checked whether a check byte ends it: where anything but T=0 is mentioned
     */
    private record Interface(int length, int first, boolean checked) {
        static Interface of(byte[] atr) {
            int historical = atr[1] & 0x0F;
            int first = -1;
            boolean checked = false;
            int next = 1;
            int at = 2;
            while (next > 0) {
                int announced = atr[next] >> 4 & 0x0F;
                at += Integer.bitCount(announced);
                next = (announced & 8) != 0 ? at - 1 : 0;
                if (next > 0) {
                    int protocol = atr[next] & 0x0F;
                    first = first < 0 ? protocol : first;
                    checked |= protocol != 0;
                }
            }
            return new Interface(at + historical + (checked ? 1 : 0), Math.max(0, first), checked);
        }
    }
}
