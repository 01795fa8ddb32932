Feature: Step 1: log in with username and password
  Registration starts from a session that was made with the username and password.
  The CAC Login button is for members whose CAC is registered already.

  @step-1
  Rule: The session is made by password

    @hardware-safe
    Scenario: Ada's session is made by password
      When Ada logs in with her username and password
      Then Ada's account home says that she logged in with her password

    @presents-pin-1 @hardware-safe
    Scenario: The CAC Login button turns Ada away while her CAC is not registered
      Given Ada's browser has the certificates of her CAC
      When Ada logs in with her CAC
      Then the portal refuses the login because the CAC is not registered
      And Ada has no session

    @hardware-safe
    Scenario: Ada's account is closed to her browser once she logs out
      Given Ada is logged in with her password
      When Ada logs out
      Then Ada's account asks for a login

  @step-1-reset
  Rule: A member without a password gets one at Reset Password

    Scenario: Ada logs in with the password that Reset Password issued to her
      Given Ada has been issued a new password at Reset Password
      When Ada logs in with her new password
      Then Ada's account home is shown

    Scenario: The password from before the reset no longer logs Ada in
      Given Ada has been issued a new password at Reset Password
      When Ada logs in with her older password
      Then the portal refuses the login because the password is an older one

    Scenario: Reset Password issues nothing to somebody who cannot show who they are
      When Bob asks for a new password for Ada's account with his own DoD ID number
      Then no new password is issued
      And Ada's password still logs her in
