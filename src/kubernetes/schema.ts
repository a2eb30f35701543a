// Written by test/kubernetes/write-schema.ts.

/**
 * The objects that the API server decodes: a line is a type, then its fields as `name:type`.
 * Types: string s, bool b, int32 i, int64 l, int or string x, quantity q, time t, bytes y, anything a, or a name; lists [], maps {}.
 * Marks: * zero and absence differ, ! written even when zero.
 */
export const SCHEMA = `
AWSElasticBlockStoreVolumeSource volumeID:s! fsType:s partition:i readOnly:b
Affinity nodeAffinity:NodeAffinity* podAffinity:PodAffinity* podAntiAffinity:PodAntiAffinity*
AggregationRule clusterRoleSelectors:[]LabelSelector
AppArmorProfile type:s! localhostProfile:s*
AzureDiskVolumeSource diskName:s! diskURI:s! cachingMode:s* fsType:s* readOnly:b* kind:s*
AzureFileVolumeSource secretName:s! shareName:s! readOnly:b
CSIVolumeSource driver:s! readOnly:b* fsType:s* volumeAttributes:{}s nodePublishSecretRef:LocalObjectReference*
Capabilities add:[]s drop:[]s
CephFSVolumeSource monitors:[]s! path:s user:s secretFile:s secretRef:LocalObjectReference* readOnly:b
CinderVolumeSource volumeID:s! fsType:s readOnly:b secretRef:LocalObjectReference*
ClientIPConfig timeoutSeconds:i*
ClusterRole kind:s apiVersion:s metadata:ObjectMeta! rules:[]PolicyRule! aggregationRule:AggregationRule*
ClusterRoleBinding kind:s apiVersion:s metadata:ObjectMeta! subjects:[]Subject roleRef:RoleRef!
ClusterTrustBundleProjection name:s* signerName:s* labelSelector:LabelSelector* optional:b* path:s! user:l*
ConfigMap kind:s apiVersion:s metadata:ObjectMeta! immutable:b* data:{}s binaryData:{}y
ConfigMapEnvSource name:s optional:b*
ConfigMapKeySelector name:s key:s! optional:b*
ConfigMapProjection name:s items:[]KeyToPath optional:b*
ConfigMapVolumeSource name:s items:[]KeyToPath defaultMode:i* optional:b* defaultUser:l*
Container name:s! image:s command:[]s args:[]s workingDir:s ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements! resizePolicy:[]ContainerResizePolicy restartPolicy:s* restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe:Probe* readinessProbe:Probe* startupProbe:Probe* lifecycle:Lifecycle* terminationMessagePath:s terminationMessagePolicy:s imagePullPolicy:s securityContext:SecurityContext* stdin:b stdinOnce:b tty:b
ContainerPort name:s hostPort:i containerPort:i! protocol:s hostIP:s
ContainerResizePolicy resourceName:s! restartPolicy:s!
ContainerRestartRule action:s exitCodes:ContainerRestartRuleOnExitCodes*
ContainerRestartRuleOnExitCodes operator:s values:[]i
DaemonSet kind:s apiVersion:s metadata:ObjectMeta! spec:DaemonSetSpec! status:a
DaemonSetSpec selector:LabelSelector* template:PodTemplateSpec! updateStrategy:DaemonSetUpdateStrategy! minReadySeconds:i revisionHistoryLimit:i*
DaemonSetUpdateStrategy type:s rollingUpdate:RollingUpdateDaemonSet*
DownwardAPIProjection items:[]DownwardAPIVolumeFile
DownwardAPIVolumeFile path:s! fieldRef:ObjectFieldSelector* resourceFieldRef:ResourceFieldSelector* mode:i* user:l*
DownwardAPIVolumeSource items:[]DownwardAPIVolumeFile defaultMode:i* defaultUser:l*
EmptyDirVolumeSource medium:s sizeLimit:q* mode:i*
EnvFromSource prefix:s configMapRef:ConfigMapEnvSource* secretRef:SecretEnvSource*
EnvVar name:s! value:s valueFrom:EnvVarSource*
EnvVarSource fieldRef:ObjectFieldSelector* resourceFieldRef:ResourceFieldSelector* configMapKeyRef:ConfigMapKeySelector* secretKeyRef:SecretKeySelector* fileKeyRef:FileKeySelector*
EphemeralContainer name:s! image:s command:[]s args:[]s workingDir:s ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements! resizePolicy:[]ContainerResizePolicy restartPolicy:s* restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount volumeDevices:[]VolumeDevice livenessProbe:Probe* readinessProbe:Probe* startupProbe:Probe* lifecycle:Lifecycle* terminationMessagePath:s terminationMessagePolicy:s imagePullPolicy:s securityContext:SecurityContext* stdin:b stdinOnce:b tty:b targetContainerName:s
EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate*
EvictionResponder name:s! priority:i*
ExecAction command:[]s
FCVolumeSource targetWWNs:[]s lun:i* fsType:s readOnly:b wwids:[]s
FileKeySelector volumeName:s! path:s! key:s! optional:b*
FlexVolumeSource driver:s! fsType:s secretRef:LocalObjectReference* readOnly:b options:{}s
FlockerVolumeSource datasetName:s datasetUUID:s
GCEPersistentDiskVolumeSource pdName:s! fsType:s partition:i readOnly:b
GRPCAction port:i! service:s* mode:s*
GitRepoVolumeSource repository:s! revision:s directory:s
GlusterfsVolumeSource endpoints:s! path:s! readOnly:b
HTTPGetAction path:s port:x! host:s scheme:s httpHeaders:[]HTTPHeader protocol:s*
HTTPHeader name:s! value:s!
HostAlias ip:s! hostnames:[]s
HostPathVolumeSource path:s! type:s*
IPBlock cidr:s! except:[]s
ISCSIVolumeSource targetPortal:s! iqn:s! lun:i! iscsiInterface:s fsType:s readOnly:b portals:[]s chapAuthDiscovery:b chapAuthSession:b secretRef:LocalObjectReference* initiatorName:s*
ImageVolumeSource reference:s pullPolicy:s
KeyToPath key:s! path:s! mode:i* user:l*
LabelSelector matchLabels:{}s matchExpressions:[]LabelSelectorRequirement
LabelSelectorRequirement key:s! operator:s! values:[]s
Lifecycle postStart:LifecycleHandler* preStop:LifecycleHandler* stopSignal:s*
LifecycleHandler exec:ExecAction* httpGet:HTTPGetAction* tcpSocket:TCPSocketAction* sleep:SleepAction*
LocalObjectReference name:s
NFSVolumeSource server:s! path:s! readOnly:b
Namespace kind:s apiVersion:s metadata:ObjectMeta! spec:NamespaceSpec! status:a
NamespaceSpec finalizers:[]s
NetworkPolicy kind:s apiVersion:s metadata:ObjectMeta! spec:NetworkPolicySpec!
NetworkPolicyEgressRule ports:[]NetworkPolicyPort to:[]NetworkPolicyPeer
NetworkPolicyIngressRule ports:[]NetworkPolicyPort from:[]NetworkPolicyPeer
NetworkPolicyPeer podSelector:LabelSelector* namespaceSelector:LabelSelector* ipBlock:IPBlock*
NetworkPolicyPort protocol:s* port:x* endPort:i*
NetworkPolicySpec podSelector:LabelSelector! ingress:[]NetworkPolicyIngressRule egress:[]NetworkPolicyEgressRule policyTypes:[]s
NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:NodeSelector* preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
NodeSelector nodeSelectorTerms:[]NodeSelectorTerm!
NodeSelectorRequirement key:s! operator:s! values:[]s
NodeSelectorTerm matchExpressions:[]NodeSelectorRequirement matchFields:[]NodeSelectorRequirement
ObjectFieldSelector apiVersion:s fieldPath:s!
ObjectMeta name:s generateName:s namespace:s selfLink:s uid:s resourceVersion:s generation:l creationTimestamp:t deletionTimestamp:t* deletionGracePeriodSeconds:l* labels:{}s annotations:{}s ownerReferences:[]OwnerReference finalizers:[]s managedFields:[]a
ObjectReference kind:s namespace:s name:s uid:s apiVersion:s resourceVersion:s fieldPath:s
OwnerReference apiVersion:s! kind:s! name:s! uid:s! controller:b* blockOwnerDeletion:b*
PersistentVolumeClaimSpec accessModes:[]s selector:LabelSelector* resources:VolumeResourceRequirements! volumeName:s storageClassName:s* volumeMode:s* dataSource:TypedLocalObjectReference* dataSourceRef:TypedObjectReference* volumeAttributesClassName:s*
PersistentVolumeClaimTemplate metadata:ObjectMeta! spec:PersistentVolumeClaimSpec!
PersistentVolumeClaimVolumeSource claimName:s! readOnly:b
PhotonPersistentDiskVolumeSource pdID:s! fsType:s
PodAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodAffinityTerm labelSelector:LabelSelector* namespaces:[]s topologyKey:s! namespaceSelector:LabelSelector* matchLabelKeys:[]s mismatchLabelKeys:[]s
PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
PodCertificateProjection signerName:s keyType:s maxExpirationSeconds:i* credentialBundlePath:s keyPath:s certificateChainPath:s userAnnotations:{}s user:l*
PodDNSConfig nameservers:[]s searches:[]s options:[]PodDNSConfigOption
PodDNSConfigOption name:s value:s*
PodOS name:s!
PodReadinessGate conditionType:s!
PodResourceClaim name:s! resourceClaimName:s* resourceClaimTemplateName:s*
PodSchedulingGate name:s!
PodSchedulingGroup podGroupName:s*
PodSecurityContext seLinuxOptions:SELinuxOptions* windowsOptions:WindowsSecurityContextOptions* runAsUser:l* runAsGroup:l* runAsNonRoot:b* supplementalGroups:[]l supplementalGroupsPolicy:s* fsGroup:l* sysctls:[]Sysctl fsGroupChangePolicy:s* seccompProfile:SeccompProfile* appArmorProfile:AppArmorProfile* seLinuxChangePolicy:s*
PodSpec volumes:[]Volume initContainers:[]Container containers:[]Container! ephemeralContainers:[]EphemeralContainer restartPolicy:s terminationGracePeriodSeconds:l* activeDeadlineSeconds:l* dnsPolicy:s nodeSelector:{}s serviceAccountName:s serviceAccount:s automountServiceAccountToken:b* nodeName:s hostNetwork:b hostPID:b hostIPC:b shareProcessNamespace:b* securityContext:PodSecurityContext* imagePullSecrets:[]LocalObjectReference hostname:s subdomain:s affinity:Affinity* schedulerName:s tolerations:[]Toleration hostAliases:[]HostAlias priorityClassName:s priority:i* dnsConfig:PodDNSConfig* readinessGates:[]PodReadinessGate runtimeClassName:s* enableServiceLinks:b* preemptionPolicy:s* overhead:{}q topologySpreadConstraints:[]TopologySpreadConstraint setHostnameAsFQDN:b* os:PodOS* hostUsers:b* schedulingGates:[]PodSchedulingGate resourceClaims:[]PodResourceClaim resources:ResourceRequirements* hostnameOverride:s* schedulingGroup:PodSchedulingGroup* evictionResponders:[]EvictionResponder
PodTemplateSpec metadata:ObjectMeta! spec:PodSpec!
PolicyRule verbs:[]s! apiGroups:[]s resources:[]s resourceNames:[]s nonResourceURLs:[]s
PortworxVolumeSource volumeID:s! fsType:s readOnly:b
PreferredSchedulingTerm weight:i! preference:NodeSelectorTerm!
Probe exec:ExecAction* httpGet:HTTPGetAction* tcpSocket:TCPSocketAction* grpc:GRPCAction* initialDelaySeconds:i timeoutSeconds:i periodSeconds:i successThreshold:i failureThreshold:i terminationGracePeriodSeconds:l*
ProjectedVolumeSource sources:[]VolumeProjection! defaultMode:i* defaultUser:l*
QuobyteVolumeSource registry:s! volume:s! readOnly:b user:s group:s tenant:s
RBDVolumeSource monitors:[]s! image:s! fsType:s pool:s user:s keyring:s secretRef:LocalObjectReference* readOnly:b
ResourceClaim name:s! request:s
ResourceFieldSelector containerName:s resource:s! divisor:q!
ResourceRequirements limits:{}q requests:{}q claims:[]ResourceClaim
Role kind:s apiVersion:s metadata:ObjectMeta! rules:[]PolicyRule!
RoleBinding kind:s apiVersion:s metadata:ObjectMeta! subjects:[]Subject roleRef:RoleRef!
RoleRef apiGroup:s! kind:s! name:s!
RollingUpdateDaemonSet maxUnavailable:x* maxSurge:x*
SELinuxOptions user:s role:s type:s level:s
ScaleIOVolumeSource gateway:s! system:s! secretRef:LocalObjectReference* sslEnabled:b protectionDomain:s storagePool:s storageMode:s volumeName:s fsType:s readOnly:b
SeccompProfile type:s! localhostProfile:s*
SecretEnvSource name:s optional:b*
SecretKeySelector name:s key:s! optional:b*
SecretProjection name:s items:[]KeyToPath optional:b*
SecretVolumeSource secretName:s items:[]KeyToPath defaultMode:i* optional:b* defaultUser:l*
SecurityContext capabilities:Capabilities* privileged:b* seLinuxOptions:SELinuxOptions* windowsOptions:WindowsSecurityContextOptions* runAsUser:l* runAsGroup:l* runAsNonRoot:b* readOnlyRootFilesystem:b* allowPrivilegeEscalation:b* procMount:s* seccompProfile:SeccompProfile* appArmorProfile:AppArmorProfile*
Service kind:s apiVersion:s metadata:ObjectMeta! spec:ServiceSpec! status:a
ServiceAccount kind:s apiVersion:s metadata:ObjectMeta! secrets:[]ObjectReference imagePullSecrets:[]LocalObjectReference automountServiceAccountToken:b*
ServiceAccountTokenProjection audience:s expirationSeconds:l* path:s! user:l*
ServicePort name:s protocol:s appProtocol:s* port:i! targetPort:x! nodePort:i
ServiceSpec ports:[]ServicePort selector:{}s clusterIP:s clusterIPs:[]s type:s externalIPs:[]s sessionAffinity:s loadBalancerIP:s loadBalancerSourceRanges:[]s externalName:s externalTrafficPolicy:s healthCheckNodePort:i publishNotReadyAddresses:b sessionAffinityConfig:SessionAffinityConfig* ipFamilies:[]s ipFamilyPolicy:s* allocateLoadBalancerNodePorts:b* loadBalancerClass:s* internalTrafficPolicy:s* trafficDistribution:s*
SessionAffinityConfig clientIP:ClientIPConfig*
SleepAction seconds:l!
StorageOSVolumeSource volumeName:s volumeNamespace:s fsType:s readOnly:b secretRef:LocalObjectReference*
Subject kind:s! apiGroup:s name:s! namespace:s
Sysctl name:s! value:s!
TCPSocketAction port:x! host:s
Toleration key:s operator:s value:s effect:s tolerationSeconds:l*
TopologySpreadConstraint maxSkew:i! topologyKey:s! whenUnsatisfiable:s! labelSelector:LabelSelector* minDomains:i* nodeAffinityPolicy:s* nodeTaintsPolicy:s* matchLabelKeys:[]s
TypedLocalObjectReference apiGroup:s* kind:s! name:s!
TypedObjectReference apiGroup:s* kind:s! name:s! namespace:s*
Volume name:s! hostPath:HostPathVolumeSource* emptyDir:EmptyDirVolumeSource* gcePersistentDisk:GCEPersistentDiskVolumeSource* awsElasticBlockStore:AWSElasticBlockStoreVolumeSource* gitRepo:GitRepoVolumeSource* secret:SecretVolumeSource* nfs:NFSVolumeSource* iscsi:ISCSIVolumeSource* glusterfs:GlusterfsVolumeSource* persistentVolumeClaim:PersistentVolumeClaimVolumeSource* rbd:RBDVolumeSource* flexVolume:FlexVolumeSource* cinder:CinderVolumeSource* cephfs:CephFSVolumeSource* flocker:FlockerVolumeSource* downwardAPI:DownwardAPIVolumeSource* fc:FCVolumeSource* azureFile:AzureFileVolumeSource* configMap:ConfigMapVolumeSource* vsphereVolume:VsphereVirtualDiskVolumeSource* quobyte:QuobyteVolumeSource* azureDisk:AzureDiskVolumeSource* photonPersistentDisk:PhotonPersistentDiskVolumeSource* projected:ProjectedVolumeSource* portworxVolume:PortworxVolumeSource* scaleIO:ScaleIOVolumeSource* storageos:StorageOSVolumeSource* csi:CSIVolumeSource* ephemeral:EphemeralVolumeSource* image:ImageVolumeSource*
VolumeDevice name:s! devicePath:s!
VolumeMount name:s! readOnly:b recursiveReadOnly:s* mountPath:s! subPath:s mountPropagation:s* subPathExpr:s bindMountOptions:[]s
VolumeProjection secret:SecretProjection* downwardAPI:DownwardAPIProjection* configMap:ConfigMapProjection* serviceAccountToken:ServiceAccountTokenProjection* clusterTrustBundle:ClusterTrustBundleProjection* podCertificate:PodCertificateProjection*
VolumeResourceRequirements limits:{}q requests:{}q
VsphereVirtualDiskVolumeSource volumePath:s! fsType:s storagePolicyName:s storagePolicyID:s
WeightedPodAffinityTerm weight:i! podAffinityTerm:PodAffinityTerm!
WindowsSecurityContextOptions gmsaCredentialSpecName:s* gmsaCredentialSpec:s* runAsUserName:s* hostProcess:b*
`;
