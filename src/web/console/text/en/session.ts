// SPDX-License-Identifier: Apache-2.0
// Signing in, being invited, being signed out.
export const session = {
  signInTitle: "Sign in",
  signInLead: "For staff of the clinic.",
  username: "User name",
  password: "Password",
  signIn: "Sign in",
  wrong: "User name or password is not right.",
  tooMany: "Too many tries. Please wait a minute, then try again.",
  endedTitle: "You were signed out",
  ended:
    "This happens after a time without use, to keep conversations private. Sign in to go on where you were. Replies that were not sent yet are kept.",
  asking: "Opening the console",
  firstAdminTitle: "Create the first admin",
  firstAdminLead:
    "This account can invite the others and change what the front desk answers. The link works once.",
  name: "Your name",
  nameHint: "Visitors see it when you answer.",
  usernameHint: "For signing in.",
  newPassword: "Choose a password",
  passwordHint: "At least 12 characters. A sentence is a good password.",
  passwordShort: "Please use at least 12 characters.",
  passwordAgain: "The same password again",
  passwordDiffers: "The two passwords are not the same.",
  create: "Create account and sign in",
  inviteTitle: "Welcome to the front desk",
  inviteLead: "Choose a password to start. The link works once.",
  inviteGo: "Save password and sign in",
  gone: "This link was used already or is too old. Ask an admin for a new one.",
  firstAdminGone:
    "This link was used already or is too old. Start the server again to get a new one, or sign in.",
  noToken: "This link is not complete. Copy the whole address, with everything after the # sign.",
  toSignIn: "To the sign-in page",
  changeTitle: "Change password",
  oldPassword: "Password now",
  change: "Change password",
  changed: "Your password is changed.",
};
