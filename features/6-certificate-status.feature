@status
Feature: Step 6: the portal asks the issuer about the certificate
  A certificate may be taken back before its time. The portal asks the issuer's OCSP responder, and reads the issuer's CRL
  where that does not answer. What nobody vouches for registers nothing and lets nobody in.

  @step-6-certificate
  Rule: Without a fresh answer nothing is registered

    @presents-pin-1
    Scenario Outline: Ada cannot register while <what is published fails>
      Given <what is published fails> for Ada's CAC
      When Ada registers her CAC
      Then the portal refuses the registration because the certificate could not be checked
      And Ada's account is unchanged

      Examples:
        | what is published fails         |
        | neither OCSP nor CRL can be had |
        | only outdated answers can be had |
        | only an outdated CRL can be had |

    @presents-pin-1
    Scenario: Ada's registered CAC does not log her in while nobody answers for it
      Given neither OCSP nor CRL can be had for Ada's CAC
      And that CAC is the one registered for Ada's account
      When Ada logs in with her CAC
      Then the portal refuses the login because the certificate could not be checked
      And Ada has no session

  @step-6-certificate
  Rule: The CRL is enough where OCSP does not answer

    @presents-pin-1
    Scenario: Ada registers while only the CRL can be had
      Given only a fresh CRL can be had for Ada's CAC
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And the portal holds the certificate of Ada's CAC for her account

    @presents-pin-1
    Scenario Outline: Ada cannot register while only the CRL can be had, and says that her certificates <are taken back>
      Given only a fresh CRL can be had for Ada's CAC
      And the certificates of Ada's CAC <are taken back>, and the CRL says so
      When Ada registers her CAC
      Then the portal refuses the registration because the certificates <are taken back>
      And Ada's account is unchanged

      Examples:
        | are taken back |
        | were revoked   |
        | were suspended |

  @step-6-certificate
  Rule: A registered CAC logs in no longer than its certificates are good

    @presents-pin-1
    Scenario Outline: Ada's registered CAC does not log her in when its certificates <are no good>
      Given the certificates of Ada's CAC <are no good>
      And that CAC is the one registered for Ada's account
      When Ada logs in with her CAC
      Then the portal refuses the login because the certificates <are no good>
      And Ada has no session

      Examples:
        | are no good             |
        | were revoked            |
        | were suspended          |
        | were issued to a device |

      @certificate-out-of-date
      Examples: outside of their validity
        | are no good       |
        | have expired      |
        | are not yet valid |
