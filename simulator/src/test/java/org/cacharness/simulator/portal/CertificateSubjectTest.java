package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOPPER.GRACE.9900000001",
                "LOVELACE.ADA.KING.9900000001",
                "KING.MARTIN.LUTHER.JR.9900000001",
                "VAN DYKE.DICK.W.III.9900000001",
                "O'BRIEN-SMITH.A.9900000001",
                "DOE, JANE.Q.9900000001",
                "NUMBER1234567890.X.9900000001"
            })
    void the_number_is_the_last_dot_part_of_the_common_name(String commonName) throws Exception {
        assertThat(CertificateSubject.edipi(new SmallPki().person(commonName).certificate()))
                .hasValue("9900000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Q. Doe",
                "9900000001",
                "DOE.JANE.990000001",
                "DOE.JANE.99000000011",
                "DOE.JANE.ORC9900000001",
                "Doe.Jane.Q.ORC1000012345.ID",
                "DOE.JANE.9900000001.X"
            })
    void another_name_has_no_number(String commonName) throws Exception {
        assertThat(CertificateSubject.edipi(new SmallPki().person(commonName).certificate()))
                .isEmpty();
    }
}
